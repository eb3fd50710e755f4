package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Two values to compare.
 *
 * @param from the earlier figure, the target, or the other area's
 * @param to the figure that is judged
 * @param decimals of the one that was printed with fewer
 * @param worth percentage points that one child makes in the smaller cohort, where that is known
 */
public record Pair(double from, double to, int decimals, OptionalDouble worth) {
    /** Two figures of one area; both have a value. */
    public static Pair of(Observation from, Observation to) {
        return new Pair(
                from.number(),
                to.number(),
                PrintedDecimals.coarsest(List.of(from, to)),
                SmallCohort.worthOfOne(from, to));
    }

    /** A figure beside that of another area, whose size says nothing about what one child makes. */
    public static Pair beside(Observation other, Observation figure) {
        return new Pair(
                other.number(),
                figure.number(),
                PrintedDecimals.coarsest(List.of(other, figure)),
                OptionalDouble.empty());
    }

    /** A figure against its target. */
    public static Pair target(Observation target, Observation figure) {
        return new Pair(
                target.number(),
                figure.number(),
                PrintedDecimals.coarsest(List.of(target, figure)),
                SmallCohort.worthOfOne(figure));
    }

    /** A figure against a level that was worked out; only the figure was printed. */
    public static Pair level(double level, Observation figure) {
        return new Pair(level, figure.number(), FigureFormat.decimals(figure), SmallCohort.worthOfOne(figure));
    }

    /** A figure against the median of others, which is as coarse as the coarsest of them. */
    public static Pair median(double median, List<Observation> others, Observation figure) {
        List<Observation> all =
                Stream.concat(others.stream(), Stream.of(figure)).toList();
        return new Pair(median, figure.number(), PrintedDecimals.coarsest(all), OptionalDouble.empty());
    }
}
