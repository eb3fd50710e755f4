package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a figure is for, as a sentence says it: "on 31 March 2016", "in 2015-16". A date that the document does not print is
 * never stated as a fact: "reported in October 2008 (date not printed)".
 */
public final class FigurePeriod {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    /** Notes of a period that was taken from the date of the document. */
    private static final Pattern OF_DOCUMENT =
            Pattern.compile("(?i)(report|document) (date|month)\\b.*\\bused|\\bin a (report|document) dated");

    /** Notes of a period of which the document prints nothing. */
    private static final Pattern NOT_PRINTED = Pattern.compile(
            "(?i)^not printed|\\b(dates?|year|period|month|day|bounds)\\b[^;]*\\bnot printed|\\bnot defined");

    private FigurePeriod() {}

    /** Whether the document prints the period, so that it may be stated without a note. */
    public static boolean printed(Observation figure) {
        return figure.periodNote() == null;
    }

    /** When the figure is for, with what the document does not print of it. */
    public static String describe(Observation figure) {
        String note = figure.periodNote();
        if (note == null) {
            return plain(figure);
        }
        if (OF_DOCUMENT.matcher(note).find()) {
            return "reported in " + month(figure.publishedOn()) + " (date not printed)";
        }
        boolean snapshot = figure.periodKind() == PeriodKind.SNAPSHOT;
        return NOT_PRINTED.matcher(note).find()
                ? "reported for " + figure.periodLabel() + (snapshot ? " (date not printed)" : " (period not printed)")
                : plain(figure) + " (period not printed in full)";
    }

    /** The period in words that need no preposition: "31 March 2016", or "October 2008, date not printed". */
    public static String label(Observation figure) {
        String note = figure.periodNote();
        if (note == null) {
            return figure.periodLabel();
        }
        return OF_DOCUMENT.matcher(note).find()
                ? "reported in " + month(figure.publishedOn()) + ", date not printed"
                : figure.periodLabel() + (NOT_PRINTED.matcher(note).find() ? ", not printed" : ", not printed in full");
    }

    /** The note as the end of a list of caveats: why the period is not printed; null where it is. */
    public static @Nullable String note(Observation figure) {
        return figure.periodNote() == null
                ? null
                : "Period of the figure " + figure.valueText() + " (" + figure.periodLabel() + "): "
                        + figure.periodNote() + ".";
    }

    private static String month(LocalDate day) {
        return MONTH.format(day);
    }

    private static String plain(Observation figure) {
        String label = figure.periodLabel();
        if (label.startsWith("about ")) {
            return label;
        }
        return switch (figure.periodKind()) {
            case SNAPSHOT -> "on " + label;
            case MULTI_YEAR, OTHER -> "over " + label;
            case ACADEMIC_YEAR -> "in the " + label;
            default -> "in " + label;
        };
    }
}
