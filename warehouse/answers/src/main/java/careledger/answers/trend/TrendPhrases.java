package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and places as they are said in a sentence. */
final class TrendPhrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private TrendPhrases() {}

    /** "on 31 March 2016", "in 2015-16", "over 1 June 2016 to 30 June 2016", "about 31 October 2008". */
    static String when(Observation point) {
        return (point.periodLabel().startsWith("about ") ? "" : preposition(point.periodKind())) + point.periodLabel();
    }

    /** The period as a sentence names it: "31 March 2016", "2015-16", "the 2022-23 school year". */
    static String label(Observation point) {
        return article(point) + point.periodLabel();
    }

    private static String article(Observation point) {
        if (point.periodLabel().startsWith("about ")) {
            return "";
        }
        return switch (point.periodKind()) {
            case ACADEMIC_YEAR -> "the ";
            case MULTI_YEAR, OTHER -> "the period ";
            default -> "";
        };
    }

    /** "72 (31 March 2021)". */
    static String dated(Observation point) {
        return point.valueText() + " (" + label(point) + ")";
    }

    private static String preposition(PeriodKind kind) {
        return switch (kind) {
            case SNAPSHOT -> "on ";
            case MULTI_YEAR, OTHER -> "in the period ";
            case ACADEMIC_YEAR -> "in the ";
            default -> "in ";
        };
    }

    /** "in Leicestershire", "in the East Midlands", "among statistical neighbours (average)". */
    static String where(AreaEntry area) {
        if (area.kind() == AreaKind.NEIGHBOUR_GROUP) {
            return "among statistical neighbours (printed average)";
        }
        boolean compass = area.kind() == AreaKind.REGION
                && !area.name().contains("London")
                && !area.name().startsWith("Yorkshire");
        return (compass ? "in the " : "in ") + area.name();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}
