package careledger.api.graphql;

import careledger.release.run.RecordedRejection;
import careledger.schema.problem.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a run refused, as the contract shows it. The text from the file may contain personal data, so it is for
 * engineers; others learn the place, the rule, and what the rule advises.
 *
 * @param place index among the rejections of its run, from 0
 */
public record RejectionRow(
        int place,
        String run,
        String file,
        int line,
        @Nullable String column,
        @Nullable String value,
        String rule,
        String reason) {
    /** @param whole with the text from the file, and the reason that repeats it */
    public static RejectionRow of(int place, String run, RecordedRejection rejection, boolean whole) {
        boolean columnIsText = rejection.rule().equals(Rule.HEADER_WRONG.id());
        return new RejectionRow(
                place,
                run,
                rejection.file(),
                rejection.line(),
                whole || !columnIsText ? rejection.column().orElse(null) : null,
                rejection.value().orElse(null),
                rejection.rule(),
                whole ? rejection.reason() : rejection.advice() + " What was found is shown to engineers.");
    }
}
