package careledger.answers.judgement;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.observation.Observation;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a figure is for, in words: the only place where a sentence gets a figure's period from. What the document does not
 * print of it is never stated as a fact: "reported in October 2008 (date not printed)".
 */
public final class FigurePeriod {
    static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /** Notes on the number, not on its period. */
    private static final Pattern OF_THE_VALUE =
            Pattern.compile("printed under .*|printed '(over|up to|more than) [^']*'|[0-9.]+% is printed .*");

    /** Notes of a period that was taken from the date of the document. */
    private static final Pattern OF_DOCUMENT =
            Pattern.compile("(?i)(report|document) (date|month)\\b.*\\bused|\\bin a (report|document) dated");

    /** What a note says is not printed, the first that applies. */
    private static final Map<Pattern, String> MISSING = new LinkedHashMap<>();

    static {
        MISSING.put(Pattern.compile("(?i)without saying"), "kind of year not printed");
        MISSING.put(Pattern.compile("(?i)\\bday\\b[^;]*\\bnot printed"), "day not printed");
        MISSING.put(Pattern.compile("(?i)^year\\b[^;]*\\bnot (printed|repeated)"), "year not printed");
        MISSING.put(
                Pattern.compile("(?i)^not printed|\\b(dates?|year|period|month|bounds)\\b[^;]*\\bnot printed"
                        + "|\\bnot defined|prints no (date|year)"),
                "");
    }

    private FigurePeriod() {}

    /** Whether the document prints the period, so that it may be stated without a note. */
    public static boolean printed(Observation figure) {
        return missing(figure) == null;
    }

    /** As a sentence says it: "on 31 March 2016", "in 2015-16", "reported in October 2008 (date not printed)". */
    public static String describe(Observation figure) {
        return when(figure) + bracket(missing(figure));
    }

    /** The same with the value: "on 31 March 2016 (469)", "reported in October 2008 (308, date not printed)". */
    public static String describe(Observation figure, String value) {
        return when(figure) + bracket(value, missing(figure));
    }

    /** As the object of "since" or "before": "31 March 2016", "the 2022-23 school year", "2008 (date not printed)". */
    public static String name(Observation figure) {
        return article(figure) + bare(figure) + bracket(missing(figure));
    }

    /** The same of a period by itself, with its usual label: "31 March 2020", "2019-20", "the 2018-19 school year". */
    public static String name(PeriodEntry period) {
        return article(period.kind()) + period.label();
    }

    /** The same with the value: "31 March 2016 (469)", "October 2008 (308, date not printed)". */
    public static String name(Observation figure, String value) {
        return article(figure) + bare(figure) + bracket(value, missing(figure));
    }

    /** In a list, a heading or brackets: "31 March 2016", "reported in October 2008, date not printed". */
    public static String label(Observation figure) {
        String missing = missing(figure);
        return (missing != null && ofDocument(figure) ? "reported in " : "")
                + bare(figure)
                + (missing == null ? "" : ", " + missing);
    }

    /** The note as the end of a list of caveats: why the period is not printed; null where it is. */
    public static @Nullable String note(Observation figure) {
        return printed(figure)
                ? null
                : "Period of the figure " + figure.valueText() + " (" + figure.periodLabel() + "): "
                        + FigureFormat.sentence(String.valueOf(figure.periodNote()));
    }

    private static String when(Observation figure) {
        if (missing(figure) != null) {
            return (ofDocument(figure) ? "reported in " : "reported for ")
                    + (isRange(figure) ? "" : article(figure))
                    + bare(figure);
        }
        if (figure.periodLabel().startsWith("about ")) {
            return figure.periodLabel();
        }
        return switch (figure.periodKind()) {
                    case SNAPSHOT -> "on ";
                    case MULTI_YEAR, OTHER -> "from ";
                    case ACADEMIC_YEAR -> "in the ";
                    default -> "in ";
                }
                + bare(figure);
    }

    private static String article(Observation figure) {
        return isRange(figure) ? "the period " : article(figure.periodKind());
    }

    private static String article(PeriodKind kind) {
        return kind == PeriodKind.ACADEMIC_YEAR ? "the " : "";
    }

    /** Whether two days say when it is. */
    private static boolean isRange(Observation figure) {
        return (figure.periodKind() == PeriodKind.MULTI_YEAR || figure.periodKind() == PeriodKind.OTHER)
                && figure.periodLabel().contains(" to ")
                && !ofDocument(figure);
    }

    private static String bare(Observation figure) {
        if (missing(figure) != null && ofDocument(figure)) {
            return MONTH.format(figure.publishedOn());
        }
        return isRange(figure) ? between(figure.periodStart(), figure.periodEnd()) : figure.periodLabel();
    }

    private static String between(LocalDate first, LocalDate last) {
        return (first.getYear() == last.getYear() ? DAY_OF_YEAR : DAY).format(first) + " to " + DAY.format(last);
    }

    /** Whether only the document's own date says when the figure is for. */
    private static boolean ofDocument(Observation figure) {
        YearMonth published = YearMonth.from(figure.publishedOn());
        String note = figure.periodNote();
        return note != null
                && OF_DOCUMENT.matcher(note).find()
                && YearMonth.from(figure.periodStart()).equals(published)
                && YearMonth.from(figure.periodEnd()).equals(published);
    }

    /** What the document does not print of the period; null where it prints all of it. */
    private static @Nullable String missing(Observation figure) {
        String note = figure.periodNote();
        if (note == null || OF_THE_VALUE.matcher(note).matches()) {
            return null;
        }
        String what = figure.periodKind() == PeriodKind.SNAPSHOT || ofDocument(figure)
                ? "date"
                : isRange(figure) ? "dates" : "period";
        if (ofDocument(figure)) {
            return what + " not printed";
        }
        return MISSING.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(note).find())
                .map(entry -> entry.getValue().isEmpty() ? what + " not printed" : entry.getValue())
                .findFirst()
                .orElseGet(
                        () -> OF_DOCUMENT.matcher(note).find() ? what + " not printed" : what + " not printed in full");
    }

    private static String bracket(@Nullable String missing) {
        return missing == null ? "" : " (" + missing + ")";
    }

    private static String bracket(String value, @Nullable String missing) {
        return " (" + value + (missing == null ? "" : ", " + missing) + ")";
    }
}
