package careledger.api.graphql;

import careledger.schema.problem.RejectionGroup;
import careledger.schema.problem.RejectionGroup.ValueCount;
import careledger.schema.problem.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one rule refused in one column of one file, as the contract shows it. */
record RejectionGroupRow(
        String file,
        @Nullable String column,
        String rule,
        int count,
        List<ValueCount> values,
        int otherValues,
        List<Integer> lines,
        String reason) {
    RejectionGroupRow {
        values = List.copyOf(values);
        lines = List.copyOf(lines);
    }

    /** @param whole with the reason of the first, which repeats what stood in the file */
    static RejectionGroupRow of(RejectionGroup group, boolean whole) {
        boolean columnIsText = group.rule() == Rule.HEADER_WRONG;
        return new RejectionGroupRow(
                group.file(),
                whole || !columnIsText ? group.column().orElse(null) : null,
                group.rule().id(),
                (int) group.count(),
                group.values(),
                group.otherValues(),
                group.lines(),
                whole ? group.reason() : group.rule().advice() + " What was found is shown to engineers.");
    }
}
