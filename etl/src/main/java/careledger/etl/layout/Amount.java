package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a claim says.
 *
 * @param value empty exactly where the status is not NORMAL
 */
record Amount(
        ObsStatus status,
        Optional<BigDecimal> value,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_OF_A_SHARE = BigDecimal.valueOf(200);
    private static final BigDecimal SLACK = new BigDecimal("0.000000001");
    private static final Pattern CHANGE =
            Pattern.compile("(?:.*_)?(?:change|increase|decrease|growth|diff|more_likely|less_likely)(?:_.*)?");

    static Amount of(BigDecimal value, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {
        return new Amount(ObsStatus.NORMAL, Optional.of(value), numerator, denominator);
    }

    /** Whether both say the same, however many zeros are printed. */
    boolean sameAs(Amount other) {
        return status == other.status
                && same(value, other.value)
                && same(numerator, other.numerator)
                && same(denominator, other.denominator);
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().compareTo(other.orElseThrow()) == 0);
    }

    static Amount none(ObsStatus status) {
        return new Amount(status, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Adds a refusal where the indicator cannot be so much. */
    void check(Indicator indicator, String column, String text, List<RejectionReason> refusals) {
        if (value.isPresent()) {
            checkRange(indicator, value.get(), column, text, refusals);
        }
        if (numerator.isPresent()
                && denominator.isPresent()
                && !isChange(indicator)
                && numerator.get().compareTo(denominator.get()) > 0) {
            refusals.add(RejectionReason.of(
                    column,
                    text,
                    Rule.NUMERATOR_ABOVE_DENOMINATOR,
                    "Found " + numerator.get().toPlainString() + " of "
                            + denominator.get().toPlainString()
                            + ", expected a part that is not larger than its whole."));
        }
    }

    /** A note on a printed percentage that does not follow from its numerator and denominator. */
    Optional<String> qualityNote(Indicator indicator) {
        if (indicator.unit() != Unit.PERCENT
                || value.isEmpty()
                || numerator.isEmpty()
                || denominator.isEmpty()
                || denominator.get().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal printed = value.get();
        BigDecimal exact = numerator.get().multiply(HUNDRED).divide(denominator.get(), 15, RoundingMode.HALF_UP);
        BigDecimal halfUnit = BigDecimal.valueOf(5, printed.scale() + 1);
        if (exact.subtract(printed).abs().compareTo(halfUnit.add(SLACK)) <= 0) {
            return Optional.empty();
        }
        return Optional.of("printed " + printed.toPlainString() + "%, but "
                + numerator.get().toPlainString() + " of " + denominator.get().toPlainString() + " is "
                + exact.setScale(printed.scale(), RoundingMode.HALF_UP).toPlainString() + "%");
    }

    /** A note on a share above 100%, which a take-up may be; more than 200% is refused. */
    Optional<String> aboveTheWhole(Indicator indicator) {
        boolean share = indicator.unit() == Unit.PERCENT && !isChange(indicator);
        return value.filter(number -> share && number.compareTo(HUNDRED) > 0).map(number -> "a share above 100%");
    }

    private static void checkRange(
            Indicator indicator, BigDecimal number, String column, String text, List<RejectionReason> refusals) {
        boolean share = indicator.unit() == Unit.PERCENT && !isChange(indicator);
        if (share && (number.signum() < 0 || number.compareTo(MOST_OF_A_SHARE) > 0)) {
            refusals.add(RejectionReason.of(
                    column,
                    text,
                    Rule.VALUE_OUT_OF_RANGE,
                    "Found " + text.strip() + ", expected a share of 0 to 100."));
        }
        boolean neverNegative =
                switch (indicator.unit()) {
                    case COUNT, RATE_PER_1K, RATE_PER_10K, RATE_PER_100K, MEAN, DAYS -> !isChange(indicator);
                    case PERCENT, PERCENTAGE_POINT, GBP, SCORE, RATIO, INDEX -> false;
                };
        if (neverNegative && number.signum() < 0) {
            refusals.add(RejectionReason.of(
                    column, text, Rule.VALUE_OUT_OF_RANGE, "Found " + text.strip() + ", expected 0 or more."));
        }
        if (indicator.unit() == Unit.COUNT
                && indicator.decimals() == 0
                && number.stripTrailingZeros().scale() > 0) {
            refusals.add(RejectionReason.of(
                    column, text, Rule.VALUE_NOT_WHOLE, "Found " + text.strip() + ", expected a whole number."));
        }
    }

    /** Changes and differences may lie outside what a count or a share can be. */
    private static boolean isChange(Indicator indicator) {
        return indicator.unit() == Unit.PERCENTAGE_POINT
                || CHANGE.matcher(indicator.id()).matches()
                || (indicator.unit() == Unit.PERCENT && indicator.measure() == MeasureKind.FLOW);
    }
}
