package careledger.api.run;

import careledger.warehouse.run.RecordedRejection;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a run refused, as the contract shows it.
 *
 * @param place among the rejections of its run, from 0; tells them apart
 */
record RejectionRow(
        int place,
        String run,
        String file,
        int line,
        @Nullable String column,
        @Nullable String value,
        String rule,
        String reason) {
    static RejectionRow of(int place, String run, RecordedRejection rejection) {
        return new RejectionRow(
                place,
                run,
                rejection.file(),
                rejection.line(),
                rejection.column().orElse(null),
                rejection.value().orElse(null),
                rejection.rule(),
                rejection.reason());
    }
}
