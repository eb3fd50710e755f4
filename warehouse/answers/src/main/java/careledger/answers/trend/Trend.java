package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.observation.Observation;
import java.util.List;

/**
 * One indicator over time, ready to draw.
 *
 * @param headline the main message in sentences
 * @param summaryParts the same in parts, for pages
 * @param printedAverages of neighbours as documents print them, for the breakdowns of the first area's lines
 * @param notes what a reader must know beside the figures, in words
 */
public record Trend(
        IndicatorEntry indicator,
        String headline,
        TrendSummary summaryParts,
        List<TrendLine> lines,
        List<TargetPoint> targets,
        List<SeriesBreak> breaks,
        List<NeighbourComparison> comparators,
        List<Observation> printedAverages,
        List<RelatedSeries> related,
        List<String> notes,
        List<SourceEntry> sources,
        String dataVersion) {
    public Trend {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
        breaks = List.copyOf(breaks);
        comparators = List.copyOf(comparators);
        printedAverages = List.copyOf(printedAverages);
        related = List.copyOf(related);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** How many figures it shows. */
    public int size() {
        return points(lines)
                + related.stream().mapToInt(series -> points(series.lines())).sum()
                + comparators.size()
                + printedAverages.size();
    }

    private static int points(List<TrendLine> lines) {
        return lines.stream().mapToInt(line -> line.points().size()).sum();
    }
}
