package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as programs write them: like {@link Numbers}, and with as many digits as a binary float needs
 * ({@code 9.3699999999999992}) or an exponent ({@code 1e+05}). They are rounded to the decimals that the measure has.
 */
final class FloatText {
    /** As many as a figure can have. */
    static final int MOST_DECIMALS = 6;

    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");
    private static final int WHOLE_DIGITS = 12;

    private FloatText() {}

    /**
     * The number, or empty with a refusal added where the text is none or too large to be kept.
     *
     * @param printed for the report
     * @param text of which marks, brackets and signs of units have been taken
     */
    static Optional<BigDecimal> read(
            String column,
            String printed,
            String text,
            BigDecimal scale,
            int decimals,
            List<RejectionReason> refusals) {
        if (!FLOAT.matcher(text).matches()) {
            return Numbers.read(column, printed, text, refusals)
                    .map(number -> rounded(number.multiply(scale), decimals));
        }
        BigDecimal number = rounded(new BigDecimal(text).multiply(scale), decimals);
        if (number.precision() - number.scale() > WHOLE_DIGITS) {
            refusals.add(RejectionReason.of(
                    column,
                    printed,
                    Rule.VALUE_OUT_OF_RANGE,
                    "Found " + text + ", expected at most 12 digits before the point."));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** Where a text is a number of a float, that number without the noise of its last digits. */
    static String shown(String text) {
        return FLOAT.matcher(text).matches()
                ? rounded(new BigDecimal(text), MOST_DECIMALS)
                        .stripTrailingZeros()
                        .toPlainString()
                : text;
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        if (number.scale() > decimals) {
            return number.setScale(decimals, RoundingMode.HALF_UP);
        }
        return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
    }
}
