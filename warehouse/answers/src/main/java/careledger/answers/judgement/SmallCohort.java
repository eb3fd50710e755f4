package careledger.answers.judgement;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What one child more or less is worth in a share, where it is known of how many it was taken. */
public final class SmallCohort {
    /** Shares of fewer than these are said with what one of them is worth. */
    static final double SMALL = 50;

    private SmallCohort() {}

    /** How many a share was taken of. */
    public static OptionalDouble size(Observation figure) {
        Double denominator = figure.denominator();
        return figure.unit() == Unit.PERCENT && denominator != null && denominator > 0
                ? OptionalDouble.of(denominator)
                : OptionalDouble.empty();
    }

    public static boolean isSmall(Observation figure) {
        OptionalDouble size = size(figure);
        return size.isPresent() && size.getAsDouble() < SMALL;
    }

    /** Percentage points that one child is worth, in the figure of the smallest cohort; empty where none is known. */
    public static OptionalDouble worthOfOne(Observation... figures) {
        return Stream.of(figures)
                .map(SmallCohort::size)
                .flatMap(size -> size.stream().boxed())
                .mapToDouble(size -> 100 / size)
                .max();
    }

    /** "one child", "one young person" or "one case", by what the indicator is of. */
    public static String one(IndicatorEntry indicator) {
        String words = (indicator.title() + " " + indicator.plainEnglish()).toLowerCase(Locale.UK);
        return words.contains("child") ? "one child" : words.contains("young") ? "one young person" : "one case";
    }
}
