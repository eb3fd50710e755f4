package careledger.schema.mapping;

import careledger.schema.observation.ValueKind;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one code of a long table's column of measures means.
 *
 * @param code as it is printed
 * @param breakdown members by dimension, ids of the catalogue
 * @param definition local id; where it is not said, the source decides
 * @param said by which printed values are multiplied; empty where the mapping does not say
 * @param decimals to which values are rounded; those of the indicator where it is not said
 * @param note that is kept beside every figure
 */
public record LongMeasure(
        String code,
        String indicator,
        SortedMap<String, String> breakdown,
        Optional<String> definition,
        Optional<BigDecimal> said,
        int decimals,
        YearKind year,
        Optional<ValueKind> valueKind,
        Optional<String> note) {
    public LongMeasure {
        breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
    }

    /** By which printed values are multiplied. */
    public BigDecimal scale() {
        return said.orElse(BigDecimal.ONE);
    }
}
