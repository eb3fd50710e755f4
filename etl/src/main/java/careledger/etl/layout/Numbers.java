package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as documents print them: ASCII digits, commas only between thousands, at most one point ({@code 30.} is 30).
 * The scale of the number is the number of decimals printed.
 */
final class Numbers {
    private static final Pattern PRINTED = Pattern.compile("-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]*)?");
    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 6;

    private Numbers() {}

    /** The number, or empty with a refusal added where the text is none or too large to be kept. */
    static Optional<BigDecimal> read(String column, String text, List<RejectionReason> refusals) {
        String printed = text.strip();
        if (!PRINTED.matcher(printed).matches()) {
            refusals.add(RejectionReason.of(
                    column,
                    text,
                    Rule.VALUE_NOT_A_NUMBER,
                    "Found '" + shown(printed) + "', expected a number such as 1,234 or 12.5."));
            return Optional.empty();
        }
        String plain = printed.replace(",", "");
        BigDecimal number = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        if (number.scale() > DECIMALS || number.precision() - number.scale() > WHOLE_DIGITS) {
            refusals.add(RejectionReason.of(
                    column,
                    text,
                    Rule.VALUE_OUT_OF_RANGE,
                    "Found " + shown(printed) + ", expected at most 12 digits before the point and 6 after it."));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
