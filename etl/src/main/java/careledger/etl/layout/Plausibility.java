package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.observation.ValueKind;
import careledger.schema.problem.Rule;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What no sound document says. */
final class Plausibility {
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private Plausibility() {}

    /** A note on a figure of a period that was not over when the document was published; a plan is of the future anyway. */
    static Optional<String> beforeItsEnd(SourceMapping source, ClaimKey key) {
        return stated(key) && key.period().end().isAfter(source.publishedOn())
                ? Optional.of("published " + published(source) + ", before the period ends on "
                        + LONG_DAY.format(key.period().end()))
                : Optional.empty();
    }

    /** When a document was published, no more exactly than it prints. */
    private static String published(SourceMapping source) {
        return source.publishedOnNote()
                        .filter(note -> note.contains("date not printed") || note.contains("day not"))
                        .isPresent()
                ? "in " + MONTH.format(source.publishedOn()) + " (day not printed)"
                : "on " + LONG_DAY.format(source.publishedOn());
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
