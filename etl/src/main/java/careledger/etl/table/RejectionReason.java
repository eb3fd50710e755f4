package careledger.etl.table;

import careledger.schema.problem.Rule;
import java.util.Optional;

/**
 * Why something in a row, or a file as a whole, is refused.
 *
 * @param column header of the column; empty where the whole row is meant
 * @param text refused, as delivered
 */
public record RejectionReason(Optional<String> column, Optional<String> text, Rule rule, String reason) {
    public static RejectionReason of(String column, String text, Rule rule, String reason) {
        return new RejectionReason(Optional.of(column), Optional.of(text), rule, reason);
    }

    public static RejectionReason whole(Rule rule, String reason) {
        return new RejectionReason(Optional.empty(), Optional.empty(), rule, reason);
    }
}
