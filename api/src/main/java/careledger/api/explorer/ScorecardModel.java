package careledger.api.explorer;

import careledger.answers.scorecard.ScorecardAnswer;
import careledger.api.explorer.IndicatorModel.Action;
import java.util.List;

/** What the page of a scorecard shows. */
public record ScorecardModel(
        ScorecardAnswer card, String lead, List<Section> sections, List<Action> periods, Address address) {
    public ScorecardModel {
        sections = List.copyOf(sections);
        periods = List.copyOf(periods);
    }

    /** Rows under one heading. */
    public record Section(String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param label what the card calls the row
     * @param value the newest figure; a dash where there is none
     * @param spark a small line of the figures before
     */
    public record Row(
            String label,
            String link,
            String value,
            String valueLink,
            String when,
            String spark,
            Mark overTime,
            String was,
            String neighbours,
            Mark besideNeighbours,
            String england,
            Mark againstTarget) {}

    /**
     * A judgement in a word.
     *
     * @param sign beside the word, never instead of it
     * @param rule how it was judged
     */
    public record Mark(String word, String sign, String tone, String rule) {}
}
