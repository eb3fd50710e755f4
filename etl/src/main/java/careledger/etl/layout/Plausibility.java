package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.observation.ValueKind;
import careledger.schema.problem.Rule;
import java.util.Optional;

/** What no sound document says. */
final class Plausibility {
    private Plausibility() {}

    /** A figure of something that had not begun when the document was published can be no actual one. */
    static Optional<RejectionReason> beforeItsPeriod(SourceMapping source, ClaimKey key, String column, String text) {
        boolean actual = key.valueKind() == ValueKind.ACTUAL || key.valueKind() == ValueKind.PROVISIONAL;
        if (!actual || !key.period().start().isAfter(source.publishedOn())) {
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
