package careledger.schema.mapping;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A number in a cell that becomes a claim.
 *
 * @param placeholder its name in the cell's template
 * @param indicator id in the catalogue
 * @param definition local id, where the source's usual one is not meant
 * @param scale what the printed number is multiplied by, where it differs from the rest
 * @param breakdown besides that of the table, column and row
 */
public record Figure(
        String placeholder,
        String indicator,
        Optional<Part> numerator,
        Optional<Part> denominator,
        Optional<String> definition,
        SortedMap<String, String> breakdown,
        Optional<BigDecimal> scale) {
    public Figure {
        breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
    }
}
