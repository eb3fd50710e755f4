package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as documents print them: ASCII digits, commas only between thousands, at most one point ({@code 30.} is 30).
 * The scale of the number is the number of decimals printed, at most six.
 */
final class Numbers {
    private static final Pattern PRINTED = Pattern.compile("-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]*)?");
    private static final Pattern MANY_DECIMALS = Pattern.compile("-?[0-9][0-9,]*\\.[0-9]{7,}");
    /** A minus as word processors make it of a hyphen before a digit. */
    private static final Pattern DASH = Pattern.compile("^[\u2212\u2013](?=[0-9.])");

    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 6;

    private Numbers() {}

    /** The number, or empty with a refusal added where the text is none or too large to be kept. */
    static Optional<BigDecimal> read(String column, String text, List<RejectionReason> refusals) {
        return read(column, text, text, refusals);
    }

    /**
     * The same of a text of which marks, brackets and signs of units have been understood.
     *
     * @param text as printed, for the report
     */
    static Optional<BigDecimal> read(String column, String text, String number, List<RejectionReason> refusals) {
        String printed = DASH.matcher(number.strip()).replaceFirst("-");
        if (!PRINTED.matcher(printed).matches()) {
            refusals.add(RejectionReason.of(
                    column,
                    text,
                    Rule.VALUE_NOT_A_NUMBER,
                    "Found '" + shown(text.strip()) + "', expected a number such as 1,234 or 12.5."
                            + NumberHints.of(text)));
            return Optional.empty();
        }
        String plain = printed.replace(",", "");
        BigDecimal exact = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        BigDecimal kept = exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_UP) : exact;
        boolean vanished = kept.signum() == 0 && exact.signum() != 0;
        if (vanished || exact.precision() - exact.scale() > WHOLE_DIGITS) {
            refusals.add(RejectionReason.of(
                    column,
                    text,
                    Rule.VALUE_OUT_OF_RANGE,
                    vanished
                            ? "Found " + shown(printed) + ", which is zero to six decimals and yet not zero."
                            : "Found " + shown(printed) + ", expected at most 12 digits before the point."));
            return Optional.empty();
        }
        return Optional.of(kept);
    }

    /** The text without what does not change its number: {@code 1,000} and {@code 1000.0} are the same. */
    static String plain(String text) {
        String printed = text.strip();
        if (!PRINTED.matcher(printed).matches()) {
            return printed;
        }
        String plain = printed.replace(",", "");
        BigDecimal number = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Whether a mapping leaves the numbers as they are printed. */
    static boolean asPrinted(Optional<BigDecimal> scale) {
        return scale.isEmpty() || scale.get().compareTo(BigDecimal.ONE) == 0;
    }

    /** A number in the unit of its indicator. The precision stays that of the print: 80.9 million is precise to 0.1 million. */
    static BigDecimal scaled(BigDecimal printed, Optional<BigDecimal> scale) {
        BigDecimal number = scale.map(printed::multiply).orElse(printed);
        return number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
    }

    /** A note where a number was kept to fewer decimals than its text has. */
    static Optional<String> roundingNote(Optional<BigDecimal> value, String text) {
        if (value.isEmpty() || value.get().scale() < DECIMALS) {
            return Optional.empty();
        }
        Matcher longer = MANY_DECIMALS.matcher(text);
        while (longer.find()) {
            BigDecimal printed = new BigDecimal(longer.group().replace(",", ""));
            if (printed.setScale(DECIMALS, RoundingMode.HALF_UP).compareTo(value.get()) == 0) {
                return Optional.of("printed " + longer.group() + ", kept to six decimals");
            }
        }
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
