package careledger.etl.table.format;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a section of a format, or a conditional format, applies, such as {@code <5}. */
public record FormatCondition(String comparison, BigDecimal than) {
    private static final Pattern WRITTEN = Pattern.compile("(<=|>=|<>|!=|<|>|=)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");

    public static Optional<FormatCondition> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(new FormatCondition(
                        written.group(1).equals("!=") ? "<>" : written.group(1), new BigDecimal(written.group(2))))
                : Optional.empty();
    }

    static FormatCondition zero(String comparison) {
        return new FormatCondition(comparison, BigDecimal.ZERO);
    }

    public boolean holds(BigDecimal value) {
        int compared = value.compareTo(than);
        return switch (comparison) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "=" -> compared == 0;
            default -> compared != 0;
        };
    }

    /** Whether it holds for no number above zero. */
    boolean onlyNegative() {
        return comparison.startsWith("<") && !comparison.equals("<>") && than.signum() <= 0;
    }
}
