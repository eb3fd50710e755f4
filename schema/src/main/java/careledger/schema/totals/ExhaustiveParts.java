package careledger.schema.totals;

import java.util.List;

/**
 * Members of a dimension that hold every case of an indicator exactly once.
 *
 * @param reason why they do
 */
public record ExhaustiveParts(String indicator, String dimension, List<String> members, String reason) {
    public ExhaustiveParts {
        members = List.copyOf(members);
    }
}
