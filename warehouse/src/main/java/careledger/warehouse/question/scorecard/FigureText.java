package careledger.warehouse.question.scorecard;

import careledger.schema.catalogue.Unit;
import careledger.warehouse.question.observation.Observation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures that were worked out, said as published ones are. */
final class FigureText {
    private static final Pattern DECIMALS = Pattern.compile("\\.([0-9]+)");

    private FigureText() {}

    /** @param decimals at most; zeros at the end are left out */
    static String of(double value, Unit unit, int decimals) {
        BigDecimal bare = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String digits = String.format(Locale.UK, "%,." + Math.max(0, bare.scale()) + "f", bare.abs());
        String sign = bare.signum() < 0 ? "-" : "";
        return switch (unit) {
            case PERCENT -> sign + digits + "%";
            case GBP -> sign + "£" + digits;
            case DAYS -> sign + digits + (digits.equals("1") ? " day" : " days");
            case RATE_PER_10K -> sign + digits + " per 10,000";
            case COUNT, MEAN, SCORE, RATIO, INDEX -> sign + digits;
        };
    }

    /** Decimals that a figure was printed with. */
    static int decimals(Observation figure) {
        Matcher decimals = DECIMALS.matcher(figure.valueText());
        return decimals.find() ? decimals.group(1).length() : 0;
    }

    /** Without what binary fractions add to published decimals. */
    static double exact(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).doubleValue();
    }
}
