package careledger.release.run;

import careledger.schema.problem.Rejection;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a run refused, as it was recorded.
 *
 * @param value the refused text, shortened where it was very long
 * @param rule id of the rule
 * @param advice what to do
 */
public record RecordedRejection(
        String file,
        int line,
        Optional<String> column,
        Optional<String> value,
        String rule,
        String reason,
        String advice) {
    public RecordedRejection {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(advice, "advice");
    }

    static RecordedRejection of(Rejection rejection) {
        return new RecordedRejection(
                rejection.file(),
                rejection.line(),
                rejection.column(),
                rejection.value(),
                rejection.rule().id(),
                rejection.reason(),
                rejection.rule().advice());
    }
}
