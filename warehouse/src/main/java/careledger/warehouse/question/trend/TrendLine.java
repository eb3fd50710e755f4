package careledger.warehouse.question.trend;

import careledger.warehouse.question.catalogue.AreaEntry;
import careledger.warehouse.question.observation.Observation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator for one area and breakdown; its segments by their first point.
 *
 * @param change absent where the line has no point
 */
public record TrendLine(
        AreaEntry area,
        String breakdown,
        String breakdownLabel,
        List<TrendSegment> segments,
        @Nullable Change change) {
    static final Comparator<Observation> BY_TIME = Comparator.comparing(Observation::periodEnd)
            .thenComparing(Observation::period)
            .thenComparing(Observation::id);

    public TrendLine {
        segments = List.copyOf(segments);
    }

    /** All points, oldest first, of all segments. */
    public List<Observation> points() {
        return segments.stream()
                .flatMap(segment -> segment.points().stream())
                .sorted(BY_TIME)
                .toList();
    }
}
