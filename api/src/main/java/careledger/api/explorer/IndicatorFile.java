package careledger.api.explorer;

import careledger.answers.catalogue.DefinitionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.export.ExportType;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.answers.trend.NeighbourComparison;
import careledger.answers.trend.TargetPoint;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.chart.LineNames;
import careledger.api.explorer.chart.TrendPictures;
import careledger.api.explorer.file.FileTable;
import careledger.api.spreadsheet.SheetTable.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of an indicator as a file: a row for each figure of its chart and table, a row for each target. */
final class IndicatorFile {
    private final IndicatorModel model;
    private final Trend trend;
    private final FileVisit visit;

    IndicatorFile(IndicatorModel model, FileVisit visit) {
        this.model = model;
        this.trend = model.trend();
        this.visit = visit;
    }

    List<FileTable> tables() {
        List<FileTable> tables = new ArrayList<>(List.of(figures()));
        if (!trend.targets().isEmpty()) {
            tables.add(targets());
        }
        return tables;
    }

    private FileTable figures() {
        FileTable.Draft draft = FigureColumns.begin(model.caption())
                .texts("Line", "Break before it")
                .numbers("Neighbours' middle", "Neighbours' lowest", "Neighbours' highest")
                .column("Rank", ExportType.INTEGER)
                .column("Ranked", ExportType.INTEGER);
        LineNames names = new LineNames(trend);
        boolean parts = LineNames.parts(trend);
        for (TrendLine line : trend.lines()) {
            boolean own = line.main() && line.area().equals(model.area());
            Map<String, NeighbourComparison> beside = new HashMap<>();
            if (own && !parts) {
                TrendPictures.ofNewestModel(trend, line)
                        .forEach(row -> beside.put(row.period().id(), row));
            }
            Map<String, String> breaks = new HashMap<>();
            TrendPictures.breaksOf(trend, line)
                    .forEach(one -> breaks.put(one.before().id(), one.reason()));
            for (Observation point : line.points()) {
                draft.row(row(point, names.of(line), breaks.get(point.period()), beside.get(point.period())));
            }
        }
        return draft.done();
    }

    private @Nullable Object[] row(
            Observation point, String line, @Nullable String broken, @Nullable NeighbourComparison beside) {
        return beside == null
                ? FigureColumns.row(point, visit, line, broken, null, null, null, null, null)
                : FigureColumns.row(
                        point,
                        visit,
                        line,
                        broken,
                        FigureFormat.exact(beside.median()),
                        beside.lowest(),
                        beside.highest(),
                        beside.rank(),
                        beside.ranked());
    }

    private FileTable targets() {
        FileTable.Draft draft = FileTable.named("Targets")
                .texts("Measure", "Period", "Period id")
                .numbers("Target")
                .texts("Target, as written", "Verdict", "How it was judged", "Document");
        for (TargetPoint target : trend.targets()) {
            draft.row(
                    target.measure(),
                    target.periodText(),
                    target.period().id(),
                    target.value(),
                    target.valueText(),
                    IndicatorJudgements.word(target.verdict()),
                    target.rule(),
                    target.sourceTitle());
        }
        return draft.done();
    }

    List<Note> notes() {
        IndicatorEntry indicator = model.indicator();
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("Summary", model.summary()));
        model.more().forEach(sentence -> notes.add(new Note("Summary", sentence)));
        model.notices().forEach(notice -> notes.add(new Note("Notice", notice)));
        notes.add(new Note("What is measured", indicator.plainEnglish()));
        notes.add(new Note("Unit", Words.unit(indicator.unit())));
        for (DefinitionEntry definition : indicator.definitions()) {
            notes.add(new Note("Definition " + definition.id(), definition.text()));
        }
        model.breaks()
                .forEach(one ->
                        notes.add(new Note("Break " + one.letter(), "From " + one.from() + ": " + one.reason())));
        model.notes().forEach(note -> notes.add(new Note("Before you quote this", note)));
        for (SourceEntry source : model.sources()) {
            notes.add(new Note("Source", source.title() + ", " + source.publisher() + ", " + Words.published(source)));
        }
        notes.add(new Note("Citation", model.citation()));
        return notes;
    }
}
