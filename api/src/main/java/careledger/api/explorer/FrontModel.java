package careledger.api.explorer;

import careledger.answers.catalogue.TopicEntry;
import careledger.answers.observation.Observation;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.file.FileTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the front page shows. */
public record FrontModel(
        String area,
        List<KeyFigure> figures,
        List<TopicEntry> topics,
        String card,
        String cardLead,
        List<Action> newest)
        implements Tabulated {
    public FrontModel {
        figures = List.copyOf(figures);
        topics = List.copyOf(topics);
        newest = List.copyOf(newest);
    }

    @Override
    public List<FileTable> tables(FileVisit visit) {
        FileTable.Draft draft =
                FigureColumns.begin("The newest figures of " + area).texts("Change");
        figures.forEach(figure -> draft.row(FigureColumns.row(figure.figure(), visit, figure.change())));
        return List.of(draft.done());
    }

    /** @param change in a word and the value before */
    public record KeyFigure(
            String title,
            String link,
            String value,
            String when,
            String spark,
            String change,
            @Nullable Observation figure) {}
}
