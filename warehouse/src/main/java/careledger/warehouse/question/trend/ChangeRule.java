package careledger.warehouse.question.trend;

import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule;
import careledger.schema.change.SteadyRules;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import java.util.OptionalDouble;

/**
 * By what a change of an indicator is judged. Steady is a move within the tolerance, or one smaller than what one child
 * is worth where the cohort is known; better and worse are said only where the catalogue says which way is good.
 *
 * @param one what a cohort is counted in, as "one child"
 */
record ChangeRule(SteadyRule tolerance, Polarity polarity, Unit unit, MeasureKind measure, String one) {
    private static final double ROUNDING = 1e-9;

    static ChangeRule of(IndicatorEntry indicator) {
        return new ChangeRule(
                SteadyRules.of(indicator.id(), indicator.unit()),
                indicator.polarity(),
                indicator.unit(),
                indicator.measureKind(),
                SmallCohort.one(indicator));
    }

    /** @param worth percentage points that one child is worth, where that is known */
    Direction direction(double from, double to, OptionalDouble worth) {
        if (tolerance.steady(from, to) || belowOne(from, to, worth)) {
            return Direction.STEADY;
        }
        boolean higher = to > from;
        return switch (polarity) {
            case NONE -> higher ? Direction.HIGHER : Direction.LOWER;
            case HIGH_IS_GOOD -> higher ? Direction.BETTER : Direction.WORSE;
            case LOW_IS_GOOD -> higher ? Direction.WORSE : Direction.BETTER;
        };
    }

    private static boolean belowOne(double from, double to, OptionalDouble worth) {
        return worth.isPresent() && Math.abs(to - from) < worth.getAsDouble() - ROUNDING;
    }

    /** The rule by its name, with its parameter and reason, and what it did to these two figures. */
    String inWords(double from, double to, OptionalDouble worth) {
        String onlyByOne = !tolerance.steady(from, to) && belowOne(from, to, worth)
                ? " The move is smaller than what " + one + " is worth ("
                        + TrendWords.amount(worth.getAsDouble(), unit, 1) + "), so it is called steady."
                : "";
        return "Rule " + tolerance.id() + ": within " + allowed() + " is steady. "
                + TrendWords.sentence(tolerance.reason()) + onlyByOne;
    }

    String allowed() {
        if (tolerance.by() == SteadyRule.Distance.ABSOLUTE) {
            return TrendWords.amount(tolerance.tolerance(), unit, 2);
        }
        return TrendWords.number(tolerance.tolerance(), 2) + "%"
                + (tolerance.atLeast() > 0
                        ? ", or " + TrendWords.amount(tolerance.atLeast(), unit, 2) + " where that is more,"
                        : "");
    }

    String polarityWords() {
        return switch (polarity) {
            case NONE -> "Neither higher nor lower is held to be better.";
            case HIGH_IS_GOOD -> "Higher is better.";
            case LOW_IS_GOOD -> "Lower is better.";
        };
    }
}
