package careledger.answers.revision;

import careledger.answers.observation.Observation;
import java.math.BigDecimal;

/**
 * A headline whose value changed with a later publication.
 *
 * @param before the headline until then, and {@code after} the one from then on; both as they were in their own time
 * @param difference after less before
 * @param rule why rounding does not explain the difference
 */
public record Revision(Observation before, Observation after, double difference, String rule) {
    /** @param beforeDecimals with which the earlier figure is printed, and {@code afterDecimals} the later */
    static Revision of(Observation before, int beforeDecimals, Observation after, int afterDecimals) {
        return new Revision(
                before,
                after,
                exact(after).subtract(exact(before)).doubleValue(),
                new RoundingRule(print(before, beforeDecimals), print(after, afterDecimals)).describe());
    }

    private static RoundingRule.Print print(Observation figure, int decimals) {
        return new RoundingRule.Print(exact(figure), figure.valueText(), decimals);
    }

    private static BigDecimal exact(Observation figure) {
        Double value = figure.value();
        if (value == null) {
            throw new IllegalStateException("claim '" + figure.id() + "' was revised and has no value");
        }
        return BigDecimal.valueOf(value);
    }
}
