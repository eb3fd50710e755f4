package careledger.etl.layout;

import careledger.schema.problem.Rule;
import java.util.Optional;

/**
 * Why something in a row is refused.
 *
 * @param column header of the column; empty where the whole row is meant
 * @param text refused, as delivered
 */
record Refusal(Optional<String> column, Optional<String> text, Rule rule, String reason) {
    static Refusal of(String column, String text, Rule rule, String reason) {
        return new Refusal(Optional.of(column), Optional.of(text), rule, reason);
    }
}
