package careledger.schema.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations with colons: {@code 01:10} is an hour and ten minutes, or a minute and ten seconds, as the mapping says.
 *
 * @param parts how many are between colons, the last of which are minutes or seconds
 * @param secondsLast whether the last part is seconds
 * @param unit of the number that becomes the figure
 */
public record PrintedDuration(int parts, boolean secondsLast, Unit unit) {
    private static final Pattern WORDS = Pattern.compile("(h:mm|h:mm:ss|m:ss) as (seconds|minutes|hours|days)");
    private static final Pattern PRINTED = Pattern.compile("([0-9]{1,6}):([0-5][0-9])(?::([0-5][0-9]))?");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final int DECIMALS = 6;

    /** What a duration is measured in. */
    public enum Unit {
        SECONDS(1),
        MINUTES(60),
        HOURS(3600),
        DAYS(86400);

        private final BigDecimal seconds;

        Unit(int seconds) {
            this.seconds = BigDecimal.valueOf(seconds);
        }
    }

    /** @throws IllegalArgumentException with what was expected */
    static PrintedDuration parse(String text) {
        Matcher words = WORDS.matcher(text.strip());
        if (!words.matches()) {
            throw new IllegalArgumentException(
                    "expected how durations are printed and what they are to be measured in:"
                            + " h:mm, h:mm:ss or m:ss, then 'as', then seconds, minutes, hours or days, such as 'h:mm as minutes'.");
        }
        String form = words.group(1);
        return new PrintedDuration(
                form.split(":", -1).length,
                form.endsWith("ss"),
                Unit.valueOf(words.group(2).toUpperCase(Locale.ROOT)));
    }

    /** The number of units; empty where the text is no duration of this form. */
    Optional<BigDecimal> read(String text) {
        Matcher printed = PRINTED.matcher(text.strip());
        if (!printed.matches() || (parts == 3) != (printed.group(3) != null)) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(printed.group(1)).multiply(SIXTY).add(new BigDecimal(printed.group(2)));
        if (parts == 3) {
            number = number.multiply(SIXTY).add(new BigDecimal(printed.group(3)));
        }
        BigDecimal seconds = secondsLast ? number : number.multiply(SIXTY);
        BigDecimal exact =
                seconds.divide(unit.seconds, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    }
}
