package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.judgement.Change;
import careledger.answers.observation.Observation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator for one area and breakdown.
 *
 * @param segments oldest first; none overlaps another in time
 * @param change absent where the line has no point
 * @param changeFromMean against the level of the three comparable figures before; absent where there are fewer
 */
public record TrendLine(
        AreaEntry area,
        String breakdown,
        String breakdownLabel,
        List<TrendSegment> segments,
        @Nullable Change change,
        @Nullable Change changeFromMean) {
    static final Comparator<Observation> BY_TIME = Comparator.comparing(Observation::periodEnd)
            .thenComparing(Observation::period)
            .thenComparing(Observation::id);

    public TrendLine {
        segments = List.copyOf(segments);
    }

    static TrendLine without(AreaEntry area) {
        return new TrendLine(area, "total", "All", List.of(), null, null);
    }

    /** All points, oldest first, of all segments. */
    public List<Observation> points() {
        return segments.stream().flatMap(segment -> segment.points().stream()).toList();
    }

    boolean holds(Observation claim) {
        return claim.area().equals(area.id()) && claim.breakdown().equals(breakdown);
    }
}
