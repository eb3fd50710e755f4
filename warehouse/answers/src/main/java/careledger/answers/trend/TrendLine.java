package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.judgement.Change;
import careledger.answers.observation.Observation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator for one area and breakdown. Figures under a definition that overlaps the main line in time are a line of
 * their own.
 *
 * @param main whether it is the line of the primary definition
 * @param segments oldest first; none overlaps another in time
 * @param change absent where the line has no point
 * @param changeOverThreeYears against the comparable figure of three years before; absent where there is none
 * @param changeOverFiveYears the same over five years
 * @param changeFromMean against the level of the three comparable figures before; absent where there are fewer
 */
public record TrendLine(
        AreaEntry area,
        String breakdown,
        String breakdownLabel,
        boolean main,
        List<TrendSegment> segments,
        @Nullable Change change,
        @Nullable Change changeFromMean,
        @Nullable Change changeOverThreeYears,
        @Nullable Change changeOverFiveYears) {
    static final Comparator<Observation> BY_TIME = Comparator.comparing(Observation::periodEnd)
            .thenComparing(Observation::period)
            .thenComparing(Observation::id);

    public TrendLine {
        segments = List.copyOf(segments);
    }

    /** A line of an area that has no point. */
    public static TrendLine without(AreaEntry area) {
        return new TrendLine(area, "total", "All", true, List.of(), null, null, null, null);
    }

    /** All points, oldest first, of all segments. */
    public List<Observation> points() {
        return segments.stream().flatMap(segment -> segment.points().stream()).toList();
    }

    boolean holds(Observation claim) {
        return claim.area().equals(area.id()) && claim.breakdown().equals(breakdown);
    }
}
