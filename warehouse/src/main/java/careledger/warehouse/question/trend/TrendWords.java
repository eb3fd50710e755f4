package careledger.warehouse.question.trend;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Unit;
import careledger.schema.period.PeriodKind;
import careledger.warehouse.question.catalogue.AreaEntry;
import careledger.warehouse.question.observation.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures, places and days as they are said in a sentence. */
final class TrendWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private TrendWords() {}

    /** "on 31 March 2016", "in 2015-16", "over 1 June 2016 to 30 June 2016", "about 31 October 2008". */
    static String when(Observation point) {
        return (point.periodLabel().startsWith("about ") ? "" : preposition(point.periodKind())) + point.periodLabel();
    }

    private static String preposition(PeriodKind kind) {
        return switch (kind) {
            case SNAPSHOT -> "on ";
            case MULTI_YEAR, OTHER -> "over ";
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

    /** Why a figure has no value, with the shorthand of official statistics. */
    static String status(Observation point) {
        return switch (point.status()) {
            case NORMAL -> "there is none";
            case CONFIDENTIAL -> "[c] suppressed to protect individuals";
            case LOW -> "[low] rounds to zero";
            case UNRELIABLE -> "[u] too few to be reliable";
            case NOT_AVAILABLE -> "[x] not available";
            case NOT_APPLICABLE -> "[z] not applicable";
        };
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** How far two figures lie apart: "1 percentage point", "25", "£1,200", "3 days". */
    static String amount(double difference, Unit unit, int decimals) {
        String digits = number(Math.abs(difference), decimals);
        boolean one = digits.equals("1");
        return switch (unit) {
            case PERCENT -> digits + (one ? " percentage point" : " percentage points");
            case RATE_PER_10K -> digits + " per 10,000";
            case DAYS -> digits + (one ? " day" : " days");
            case GBP -> "£" + digits;
            case SCORE -> digits + (one ? " point" : " points");
            case COUNT, MEAN, RATIO, INDEX -> digits;
        };
    }

    /** A figure that was worked out, as a published one is said. */
    static String figure(double value, Unit unit, int decimals) {
        String digits = number(value, decimals);
        return switch (unit) {
            case PERCENT -> digits + "%";
            case GBP -> "£" + digits;
            case DAYS -> digits + " days";
            case RATE_PER_10K -> digits + " per 10,000";
            default -> digits;
        };
    }

    static String number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal bare = rounded.stripTrailingZeros();
        int shown = Math.max(0, bare.scale());
        return String.format(Locale.UK, "%,." + shown + "f", bare);
    }

    /** Decimals that a figure was printed with. */
    static int decimals(Observation point) {
        int dot = point.valueText().indexOf('.');
        int digits = 0;
        while (dot >= 0
                && dot + 1 + digits < point.valueText().length()
                && Character.isDigit(point.valueText().charAt(dot + 1 + digits))) {
            digits++;
        }
        return digits;
    }

    /** A distance of published figures without what binary fractions add to it. */
    static double exact(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).doubleValue();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** The text as a sentence's end: with one full stop. */
    static String sentence(String text) {
        String bare = text.strip();
        return bare.endsWith(".") || bare.endsWith("!") || bare.endsWith("?") ? bare : bare + ".";
    }
}
