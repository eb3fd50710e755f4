package careledger.warehouse.question.observation;

import java.util.List;

/** Rows with one of these members in the dimension. */
public record MemberFilter(String dimension, List<String> members) {
    public MemberFilter {
        members = List.copyOf(members);
    }
}
