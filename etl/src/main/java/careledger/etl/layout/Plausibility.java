package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.observation.ValueKind;
import careledger.schema.problem.Rule;
import java.util.Optional;

/** What no sound document says. */
final class Plausibility {
    private Plausibility() {}

    /** A note on a figure of a period that was not over when the document was published; a plan is of the future anyway. */
    static Optional<String> beforeItsEnd(SourceMapping source, ClaimKey key) {
        return stated(key) && key.period().end().isAfter(source.publishedOn())
                ? Optional.of("published on " + source.publishedOn() + ", before the period ends on "
                        + key.period().end())
                : Optional.empty();
    }

    /** Whether a figure states what was, and not what is planned. */
    private static boolean stated(ClaimKey key) {
        return key.valueKind() == ValueKind.ACTUAL || key.valueKind() == ValueKind.PROVISIONAL;
    }

    /** A figure of something that had not begun when the document was published can be no actual one. */
    static Optional<RejectionReason> beforeItsPeriod(SourceMapping source, ClaimKey key, String column, String text) {
        if (!stated(key) || !key.period().start().isAfter(source.publishedOn())) {
            return Optional.empty();
        }
        return Optional.of(RejectionReason.of(
                column,
                text,
                Rule.PERIOD_WRONG,
                "The figure is of " + key.period().id() + ", which begins after '" + source.id() + "' was published on "
                        + source.publishedOn() + ". Check the period; a plan or forecast needs 'valueKind: TARGET' or"
                        + " 'FORECAST'."));
    }
}
