package careledger.warehouse.question.revision;

import careledger.warehouse.question.observation.Observation;
import java.math.BigDecimal;

/**
 * A headline whose value changed with a later publication.
 *
 * @param before the headline until then, and {@code after} the one from then on; both as they were in their own time
 * @param difference after less before
 */
public record Revision(Observation before, Observation after, double difference) {
    static Revision of(Observation before, Observation after) {
        return new Revision(before, after, exact(after).subtract(exact(before)).doubleValue());
    }

    private static BigDecimal exact(Observation figure) {
        Double value = figure.value();
        if (value == null) {
            throw new IllegalStateException("claim '" + figure.id() + "' was revised and has no value");
        }
        return BigDecimal.valueOf(value);
    }
}
