package careledger.schema.mapping;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column of a tidy file that holds the figures of one indicator.
 *
 * @param numerator column of the numerator
 * @param denominator column of the denominator
 * @param scale what the printed number is multiplied by, where it differs from the rest
 */
public record TidyFigure(
        String column,
        String indicator,
        Optional<String> definition,
        SortedMap<String, String> breakdown,
        Optional<String> numerator,
        Optional<String> denominator,
        Optional<BigDecimal> scale) {
    public TidyFigure {
        breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
    }
}
