package careledger.schema.mapping;

import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
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
 * @param period where it differs from that of the row
 * @param valueKind where it differs from the rest
 * @param beside words that are kept beside it
 * @param measure the word in the column of measures that makes the column's figure this one
 * @param scale what the printed number is multiplied by, where it differs from the rest
 */
public record TidyFigure(
        String column,
        String indicator,
        Optional<String> definition,
        SortedMap<String, String> breakdown,
        Optional<String> numerator,
        Optional<String> denominator,
        Optional<BigDecimal> scale,
        Optional<TimePeriod> period,
        Optional<ValueKind> valueKind,
        BesideColumns beside,
        Optional<String> measure) {
    public TidyFigure {
        breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
    }

    /** What messages call its column. */
    public String describe() {
        return measure.map(word -> column + " of " + word).orElse(column);
    }
}
