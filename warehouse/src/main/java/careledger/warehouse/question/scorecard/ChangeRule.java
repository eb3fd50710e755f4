package careledger.warehouse.question.scorecard;

import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.scorecard.Tolerance;
import careledger.warehouse.question.catalogue.PeriodEntry;
import careledger.warehouse.question.observation.Observation;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which way a figure went, and by what rule: steady within a tolerance; better or worse only where one way is good; never
 * across a break in the series.
 */
record ChangeRule(Tolerance steady) {
    /**
     * @param latest the figure; it may have no value
     * @param previous the newest figure before it of the same segment and kind of period that has a value
     * @param other the newest figure before it that is of another segment
     * @param shown the period to name where there is no figure at all
     */
    Change of(
            Optional<Observation> latest,
            Optional<Observation> previous,
            Optional<Observation> other,
            PeriodEntry shown) {
        if (latest.isEmpty()) {
            return noData(shown, "No figure is known for " + shown.label() + ".");
        }
        Observation to = latest.get();
        Double value = to.value();
        if (value == null) {
            return noData(
                    period(to),
                    "The figure for " + to.periodLabel() + " has no value: " + to.valueText() + " "
                            + meaning(to.status()) + ".");
        }
        if (previous.isPresent()) {
            Double before = previous.get().value();
            if (before != null) {
                return compared(to, value, previous.get(), before);
            }
        }
        return other.map(from -> new Change(
                        period(from),
                        period(to),
                        null,
                        null,
                        Direction.NOT_COMPARABLE,
                        "The figure for " + from.periodLabel() + " (" + from.valueText()
                                + ") was measured under another definition, and none before "
                                + to.periodLabel() + " under this one."))
                .orElseGet(() -> noData(
                        period(to),
                        "No comparable figure is known from the " + History.LONGEST_GAP_MONTHS + " months before."));
    }

    private static String meaning(ObsStatus status) {
        return switch (status) {
            case NORMAL -> "nothing is printed";
            case CONFIDENTIAL -> "suppressed to protect individuals";
            case LOW -> "rounds to zero";
            case UNRELIABLE -> "too few to be reliable";
            case NOT_AVAILABLE -> "not available";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    private Change compared(Observation to, double value, Observation from, double before) {
        double absolute =
                BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(before)).doubleValue();
        Direction direction = direction(to, absolute, before);
        @Nullable Double percent = to.unit() == Unit.PERCENT || before <= 0 ? null : 100 * absolute / before;
        return new Change(period(from), period(to), absolute, percent, direction, words(to, from, direction));
    }

    private Direction direction(Observation to, double absolute, double before) {
        if (steady.holds(to.unit(), absolute, before)) {
            return Direction.STEADY;
        }
        boolean up = absolute > 0;
        return switch (to.polarity()) {
            case NONE -> up ? Direction.HIGHER : Direction.LOWER;
            case HIGH_IS_GOOD -> up ? Direction.BETTER : Direction.WORSE;
            case LOW_IS_GOOD -> up ? Direction.WORSE : Direction.BETTER;
        };
    }

    private String words(Observation to, Observation from, Direction direction) {
        String compared = to.valueText() + " (" + to.periodLabel() + ") against " + from.valueText() + " ("
                + from.periodLabel() + "), the previous comparable figure. ";
        String level = "Steady is a move of no more than " + steady.words(to.unit(), "the earlier figure")
                + ", because " + steady.reason() + ".";
        if (direction == Direction.STEADY) {
            return compared + level;
        }
        return compared + good(to.polarity()) + " " + level;
    }

    private static String good(Polarity polarity) {
        return switch (polarity) {
            case NONE -> "Neither way is better.";
            case HIGH_IS_GOOD -> "Higher is better.";
            case LOW_IS_GOOD -> "Lower is better.";
        };
    }

    private static Change noData(PeriodEntry period, String reason) {
        return new Change(period, period, null, null, Direction.NO_DATA, reason);
    }

    private static PeriodEntry period(Observation figure) {
        return new PeriodEntry(
                figure.period(),
                figure.periodKind(),
                figure.periodLabel(),
                figure.periodStart(),
                figure.periodEnd(),
                figure.reportingYear());
    }
}
