package careledger.api.explorer;

import careledger.answers.catalogue.SourceEntry;
import careledger.api.explorer.ScorecardModel.Row;
import java.util.List;

/**
 * A scorecard as papers for a board: a summary on one page, then half a page for each measure.
 *
 * @param council whose papers they are
 * @param sources of every figure in it, newest first
 * @param citation of the whole
 */
public record PackModel(
        ScorecardModel scorecard, String council, List<Section> sections, List<SourceEntry> sources, String citation) {
    public PackModel {
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
    }

    /** How many measures have a figure. */
    public long reported() {
        return sections.stream().flatMap(section -> section.measures().stream()).count();
    }

    /**
     * Measures under one heading.
     *
     * @param measures those that have a figure
     * @param without names of those that have none
     */
    public record Section(String title, List<Measure> measures, List<String> without) {
        public Section {
            measures = List.copyOf(measures);
            without = List.copyOf(without);
        }
    }

    /**
     * A measure.
     *
     * @param sentence the figure in words
     * @param more further sentences; may be empty
     * @param picture the chart as SVG; empty where there is none
     * @param breaks why the line stops, each with its letter
     * @param source the document that the figure is from
     */
    public record Measure(
            Row row,
            String sentence,
            String more,
            String picture,
            List<IndicatorModel.BreakNote> breaks,
            String source) {
        public Measure {
            breaks = List.copyOf(breaks);
        }

        /** Whether figures of other places are beside it. */
        public boolean compared() {
            return !row.neighbours().equals("–");
        }
    }
}
