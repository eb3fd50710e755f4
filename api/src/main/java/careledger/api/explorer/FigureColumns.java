package careledger.api.explorer;

import careledger.answers.export.ExportType;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.api.explorer.file.FileTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a figure, which are the same in the files of every page. */
final class FigureColumns {
    private static final int WIDTH = 20;

    private FigureColumns() {}

    /** A table whose first columns are those of a figure. */
    static FileTable.Draft begin(String title) {
        return FileTable.named(title)
                .texts("Measure", "Measure id", "Area", "Area code", "Part", "Period", "Period id")
                .column("From", ExportType.DATE)
                .column("To", ExportType.DATE)
                .numbers("Value")
                .texts("Value, as written", "Status", "Notice", "Document", "Where in it")
                .column("Published", ExportType.DATE)
                .texts("Published, note", "Figure, address", "Definition id", "Permanent id");
    }

    /** A row of such a table: the figure's cells, empty where there is none, and what follows them. */
    static @Nullable Object[] row(@Nullable Observation figure, FileVisit visit, @Nullable Object... more) {
        List<@Nullable Object> cells = new ArrayList<>(
                figure == null ? Collections.nCopies(WIDTH, null) : Arrays.asList(cells(figure, visit)));
        cells.addAll(Arrays.asList(more));
        return cells.toArray();
    }

    private static @Nullable Object[] cells(Observation figure, FileVisit visit) {
        boolean derived = figure.id().startsWith("derived/");
        return new @Nullable Object[] {
            figure.indicatorTitle(),
            figure.indicator(),
            figure.areaName(),
            figure.area(),
            figure.breakdownLabel(),
            FigurePeriod.label(figure),
            figure.period(),
            figure.periodStart(),
            figure.periodEnd(),
            figure.value(),
            figure.valueText(),
            derived ? "added up" : Words.status(figure),
            visit.notices().sentences(figure),
            figure.sourceTitle(),
            figure.sourceLocator(),
            figure.publishedOn(),
            figure.publishedOnNote(),
            derived ? "" : visit.address(Words.figureLink(figure.id())),
            figure.definition(),
            figure.id()
        };
    }
}
