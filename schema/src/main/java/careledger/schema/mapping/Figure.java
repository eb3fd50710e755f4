package careledger.schema.mapping;

import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
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
 * @param period where it differs from that of the cell
 * @param valueKind where it differs from that of the cell
 * @param breakdown besides that of the table, column and row
 */
public record Figure(
        String placeholder,
        String indicator,
        Optional<Part> numerator,
        Optional<Part> denominator,
        Optional<String> definition,
        SortedMap<String, String> breakdown,
        Optional<BigDecimal> scale,
        Optional<TimePeriod> period,
        Optional<ValueKind> valueKind) {
    public Figure {
        breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
    }

    /** A number of which nothing more is said than its indicator. */
    public static Figure plain(String placeholder, String indicator) {
        return new Figure(
                placeholder,
                indicator,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
