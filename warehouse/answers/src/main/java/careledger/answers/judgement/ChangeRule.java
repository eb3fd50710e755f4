package careledger.answers.judgement;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule;
import careledger.schema.change.SteadyRule.Narrower;
import careledger.schema.change.SteadyRules;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a difference between two figures of an indicator is judged. Steady, in words "level", is a difference within the
 * tolerance, or one that a single child makes where the cohort is known; better and worse are used only where the
 * catalogue says which way is good.
 *
 * @param one what a cohort is counted in, as "one child"
 * @param ofWholeArea whether the figure grows with the size of the area, so that areas are not compared: a count, or an
 *     amount of money for all
 */
public record ChangeRule(
        SteadyRule tolerance, Polarity polarity, Unit unit, MeasureKind measure, String one, boolean ofWholeArea) {
    /** Words of a title that make an amount of money one for each child or week. */
    private static final Pattern FOR_EACH = Pattern.compile("(?i)\\b(per|each|average|most)\\b");

    private static final double ROUNDING = 1e-9;
    private static final int SHOWN_DECIMALS = 2;

    /** By the tolerance of the indicator, or of its unit. */
    public static ChangeRule of(IndicatorEntry indicator) {
        return new ChangeRule(
                SteadyRules.of(indicator.id(), indicator.unit()),
                indicator.polarity(),
                indicator.unit(),
                indicator.measureKind(),
                SmallCohort.one(indicator),
                indicator.unit() == Unit.COUNT
                        || (indicator.unit() == Unit.GBP
                                && !FOR_EACH.matcher(indicator.title()).find()));
    }

    /** Judges the later of two figures. */
    public Direction direction(Pair pair) {
        return level(pair) ? Direction.STEADY : Direction.of(polarity, pair.to() > pair.from());
    }

    /** Whether two figures are called level. */
    public boolean level(Pair pair) {
        return withinTolerance(pair) || byOne(pair);
    }

    /** A figure against a target of its own period and definition: short of it by a level difference is within tolerance. */
    public TargetVerdict verdict(Pair targetAndFigure) {
        if (polarity == Polarity.NONE) {
            return TargetVerdict.NOT_JUDGED;
        }
        double target = targetAndFigure.from();
        double figure = targetAndFigure.to();
        if (polarity == Polarity.HIGH_IS_GOOD ? figure >= target : figure <= target) {
            return TargetVerdict.MET;
        }
        return level(targetAndFigure) ? TargetVerdict.WITHIN_TOLERANCE : TargetVerdict.MISSED;
    }

    private boolean withinTolerance(Pair pair) {
        return tolerance.steady(pair.from(), pair.to(), pair.decimals());
    }

    /** One child more or less moves a share by its worth, give or take the rounding of what was printed. */
    private static boolean byOne(Pair pair) {
        OptionalDouble worth = pair.worth();
        return worth.isPresent()
                && Math.abs(pair.to() - pair.from())
                        <= worth.getAsDouble() + SteadyRule.printedUnit(pair.decimals()) / 2 + ROUNDING;
    }

    /** In percent of the earlier figure; null where a change may not be given so. */
    public @Nullable Double percent(double from, double to) {
        return tolerance.percentChange() && from > 0 ? FigureFormat.exact(100 * (to - from) / from) : null;
    }

    /** The rule by its name, with the distance for these two figures and what it rests on. */
    public String describe(Pair pair) {
        String byOne = !withinTolerance(pair) && byOne(pair)
                ? " The difference is no more than " + one + " makes ("
                        + FigureFormat.amount(pair.worth().orElseThrow(), unit, 1) + "), so it is called level."
                : "";
        return "Rule " + tolerance.id() + ": level is a difference of at most " + allowed(pair) + ". " + because(pair)
                + byOne;
    }

    /** How far these two figures may lie apart: "1 percentage point", "14". */
    public String allowed(Pair pair) {
        return FigureFormat.amount(
                tolerance.allowed(pair.from(), pair.decimals()), unit, Math.max(SHOWN_DECIMALS, pair.decimals()));
    }

    private String because(Pair pair) {
        double unitPrinted = SteadyRule.printedUnit(pair.decimals());
        double base = tolerance.base(pair.from());
        if (tolerance.narrower().isPresent()) {
            Narrower own = tolerance.narrower().get();
            return "This measure has a tolerance of its own: " + FigureFormat.sentence(own.reason());
        }
        if (unitPrinted >= SteadyRule.SHARE / 100 * base) {
            return "That is one unit of the coarser printed figure.";
        }
        String share = FigureFormat.number(SteadyRule.SHARE, 0) + "% of ";
        return unit == Unit.PERCENT
                ? "That is " + share + FigureFormat.number(base, SHOWN_DECIMALS)
                        + ", the smaller of the earlier share and its remainder to 100."
                : "That is " + share + "the earlier figure.";
    }

    /** Whether the catalogue says which way is good, so that rank 1 is the best and not merely the highest. */
    public boolean oneWayIsGood() {
        return polarity != Polarity.NONE;
    }

    /** Which way is better. */
    public String polarityWords() {
        return switch (polarity) {
            case NONE -> "This measure has no better direction.";
            case HIGH_IS_GOOD -> "Higher is better.";
            case LOW_IS_GOOD -> "Lower is better.";
        };
    }
}
