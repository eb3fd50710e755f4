package careledger.warehouse.question.trend;

import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.catalogue.SourceEntry;
import java.util.List;

/**
 * One indicator over time, ready to draw.
 *
 * @param headline the main message in a sentence
 * @param notes what a reader must know beside the figures, in words
 */
public record Trend(
        IndicatorEntry indicator,
        String headline,
        List<TrendLine> lines,
        List<TargetPoint> targets,
        List<SeriesBreak> breaks,
        List<NeighbourComparison> comparators,
        List<String> notes,
        List<SourceEntry> sources,
        String dataVersion) {
    public Trend {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
        breaks = List.copyOf(breaks);
        comparators = List.copyOf(comparators);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** How many figures it shows. */
    public int size() {
        return lines.stream().mapToInt(line -> line.points().size()).sum() + comparators.size();
    }
}
