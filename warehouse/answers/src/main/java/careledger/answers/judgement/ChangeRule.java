package careledger.answers.judgement;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule;
import careledger.schema.change.SteadyRules;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * By what a change of an indicator is judged. Steady is a move within the tolerance, or one smaller than what one child
 * is worth where the cohort is known; better and worse are said only where the catalogue says which way is good.
 *
 * @param one what a cohort is counted in, as "one child"
 */
public record ChangeRule(SteadyRule tolerance, Polarity polarity, Unit unit, MeasureKind measure, String one) {
    private static final double ROUNDING = 1e-9;

    /** By the tolerance of the indicator, or of its unit. */
    public static ChangeRule of(IndicatorEntry indicator) {
        return of(indicator, SteadyRules.of(indicator.id(), indicator.unit()));
    }

    public static ChangeRule of(IndicatorEntry indicator, SteadyRule tolerance) {
        return new ChangeRule(
                tolerance, indicator.polarity(), indicator.unit(), indicator.measureKind(), SmallCohort.one(indicator));
    }

    /** @param worth percentage points that one child is worth, where that is known */
    public Direction direction(double from, double to, OptionalDouble worth) {
        return tolerance.steady(from, to) || belowOne(from, to, worth)
                ? Direction.STEADY
                : Direction.of(polarity, to > from);
    }

    /** A figure against a target of its own period and definition: short of it by a steady move is within tolerance. */
    public TargetVerdict verdict(double figure, double target, OptionalDouble worth) {
        if (polarity == Polarity.NONE) {
            return TargetVerdict.NOT_JUDGED;
        }
        if (polarity == Polarity.HIGH_IS_GOOD ? figure >= target : figure <= target) {
            return TargetVerdict.MET;
        }
        return direction(target, figure, worth) == Direction.STEADY
                ? TargetVerdict.WITHIN_TOLERANCE
                : TargetVerdict.MISSED;
    }

    private static boolean belowOne(double from, double to, OptionalDouble worth) {
        return worth.isPresent() && Math.abs(to - from) < worth.getAsDouble() - ROUNDING;
    }

    /** In percent of the earlier figure; null where a change may not be said so. */
    public @Nullable Double percent(double from, double to) {
        return tolerance.percentChange() && from > 0 ? FigureFormat.exact(100 * (to - from) / from) : null;
    }

    /** The rule by its name, with its parameter and reason, and what it did to these two figures. */
    public String describe(double from, double to, OptionalDouble worth) {
        String onlyByOne = !tolerance.steady(from, to) && belowOne(from, to, worth)
                ? " The move is smaller than what " + one + " is worth ("
                        + FigureFormat.amount(worth.getAsDouble(), unit, 1) + "), so it is called steady."
                : "";
        return "Rule " + tolerance.id() + ": within " + allowed() + " is steady. "
                + FigureFormat.sentence(tolerance.reason()) + onlyByOne;
    }

    /** How far two figures may lie apart: "1 percentage point", "2%, or 1 per 10,000 where that is more,". */
    public String allowed() {
        if (tolerance.by() == SteadyRule.Distance.ABSOLUTE) {
            return FigureFormat.amount(tolerance.tolerance(), unit, 2);
        }
        return FigureFormat.number(tolerance.tolerance(), 2) + "%"
                + (tolerance.atLeast() > 0
                        ? ", or " + FigureFormat.amount(tolerance.atLeast(), unit, 2) + " where that is more,"
                        : "");
    }

    public String polarityWords() {
        return switch (polarity) {
            case NONE -> "This measure has no better direction.";
            case HIGH_IS_GOOD -> "Higher is better.";
            case LOW_IS_GOOD -> "Lower is better.";
        };
    }
}
