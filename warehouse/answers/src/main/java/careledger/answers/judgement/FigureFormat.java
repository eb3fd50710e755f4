package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures that were worked out, and how far they lie apart, said as published ones are. */
public final class FigureFormat {
    private static final Pattern DECIMALS = Pattern.compile("\\.([0-9]+)");

    private FigureFormat() {}

    /** How far two figures lie apart: "1 percentage point", "25", "£1,200", "3 days". */
    public static String amount(double difference, Unit unit, int decimals) {
        String digits = number(Math.abs(difference), decimals);
        boolean one = digits.equals("1");
        return switch (unit) {
            case PERCENT -> figure(Math.abs(difference), Unit.PERCENTAGE_POINT, decimals);
            case SCORE -> digits + (one ? " point" : " points");
            default -> figure(Math.abs(difference), unit, decimals);
        };
    }

    /** @param decimals at most; zeros at the end are left out */
    public static String figure(double value, Unit unit, int decimals) {
        String digits = unit == Unit.GBP ? pounds(value, decimals) : number(value, decimals);
        return switch (unit) {
            case PERCENT -> digits + "%";
            case PERCENTAGE_POINT -> digits + (digits.equals("1") ? " percentage point" : " percentage points");
            case GBP -> digits.startsWith("-") ? "-£" + digits.substring(1) : "£" + digits;
            case DAYS -> digits + (digits.equals("1") ? " day" : " days");
            case RATE_PER_1K -> digits + " per 1,000";
            case RATE_PER_10K -> digits + " per 10,000";
            case RATE_PER_100K -> digits + " per 100,000";
            case COUNT, MEAN, SCORE, RATIO, INDEX -> digits;
        };
    }

    /** Pounds, or pounds and pence: never one decimal. */
    private static String pounds(double value, int decimals) {
        String digits = number(value, decimals);
        return digits.length() > 1 && digits.charAt(digits.length() - 2) == '.' ? digits + "0" : digits;
    }

    /** @param decimals at most; zeros at the end are left out */
    public static String number(double value, int decimals) {
        BigDecimal bare = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return String.format(Locale.UK, "%,." + Math.max(0, bare.scale()) + "f", bare);
    }

    /** Decimals that a figure was printed with. */
    public static int decimals(Observation figure) {
        Matcher decimals = DECIMALS.matcher(figure.valueText());
        return decimals.find() ? decimals.group(1).length() : 0;
    }

    /** Why a figure has no value, with the shorthand of official statistics. */
    public static String status(Observation figure) {
        return switch (figure.status()) {
            case NORMAL -> "there is none";
            case CONFIDENTIAL -> "[c] suppressed to protect individuals";
            case LOW -> "[low] rounds to zero";
            case UNRELIABLE -> "[u] too few to be reliable";
            case NOT_AVAILABLE -> "[x] not available";
            case NOT_APPLICABLE -> "[z] not applicable";
        };
    }

    /** Without what binary fractions add to published decimals. */
    public static double exact(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).doubleValue();
    }

    /** The text as a sentence's beginning. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** The text as a sentence's end: with one full stop. */
    public static String sentence(String text) {
        String bare = text.strip();
        return bare.endsWith(".") || bare.endsWith("!") || bare.endsWith("?") ? bare : bare + ".";
    }
}
