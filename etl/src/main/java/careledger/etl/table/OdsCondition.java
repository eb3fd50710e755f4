package careledger.etl.table;

import careledger.etl.table.format.FormatCondition;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When cells of an .ods get the look of another style.
 *
 * @param value empty where the condition is more than a comparison with a number
 * @param applied name of the style
 */
record OdsCondition(Optional<FormatCondition> value, String applied) {
    private static final Pattern CONTENT = Pattern.compile("(?:cell-content\\(\\))?\\s*([<>=!]{1,2}\\s*-?[0-9.]+)");

    /** @param written as in {@code cell-content()<5} or {@code <5} */
    static OdsCondition of(String written, String applied) {
        Matcher content = CONTENT.matcher(written.strip());
        return new OdsCondition(
                content.matches() ? FormatCondition.parse(content.group(1)) : Optional.empty(), applied);
    }

    /** Whether it holds for a number, or nobody can say. */
    boolean mayHold(Optional<BigDecimal> number) {
        return value.isEmpty() || number.isEmpty() || value.get().holds(number.get());
    }
}
