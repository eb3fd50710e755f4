package careledger.api.explorer;

import careledger.answers.catalogue.TopicEntry;
import careledger.api.explorer.IndicatorModel.Action;
import java.util.List;

/** What the front page shows. */
public record FrontModel(
        String area,
        List<KeyFigure> figures,
        List<TopicEntry> topics,
        String card,
        String cardLead,
        List<Action> newest) {
    public FrontModel {
        figures = List.copyOf(figures);
        topics = List.copyOf(topics);
        newest = List.copyOf(newest);
    }

    /** @param change in a word and the value before */
    public record KeyFigure(String title, String link, String value, String when, String spark, String change) {}
}
