package careledger.answers.observation;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which values are wanted. A bound leaves out rows without a value.
 *
 * @param from least value, included
 * @param to greatest value, included
 * @param present whether there is a value; null for both
 */
public record ValueFilter(
        @Nullable Double from,
        @Nullable Double to,
        @Nullable Boolean present) {
    /** Every row. */
    public static final ValueFilter ANY = new ValueFilter(null, null, null);

    Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>();
        if (from != null) {
            fields.put("valueFrom", from);
        }
        if (to != null) {
            fields.put("valueTo", to);
        }
        if (present != null) {
            fields.put("hasValue", present);
        }
        return fields;
    }
}
