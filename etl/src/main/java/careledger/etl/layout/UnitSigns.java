package careledger.etl.layout;

import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.CellTemplate;
import careledger.schema.mapping.PrintedNumbers;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sign of a unit beside a number: {@code 12%} is 12 where the indicator is a percentage, {@code £1,234} is 1,234
 * where it is in pounds. Beside any other unit the sign stays, and the number is refused.
 */
final class UnitSigns {
    private static final Pattern PERCENT = Pattern.compile("([^%]*[0-9.])\\s*%");
    private static final Pattern POUNDS = Pattern.compile("£\\s*([-\u2212\u2013]?[^£-]*)");

    private UnitSigns() {}

    /** What is wrong where a pattern for cells prints the sign of a unit that is not the indicator's. */
    static Optional<String> wrong(CellTemplate template, String placeholder, Indicator indicator) {
        String text = template.text();
        String number = "{" + placeholder + "}";
        int at = text.indexOf(number);
        if (at < 0) {
            return Optional.empty();
        }
        boolean percent = text.substring(at + number.length()).stripLeading().startsWith("%");
        boolean pounds = text.substring(0, at).stripTrailing().endsWith("£");
        boolean share = indicator.unit() == Unit.PERCENT || indicator.unit() == Unit.PERCENTAGE_POINT;
        return (percent && !share) || (pounds && indicator.unit() != Unit.GBP)
                ? Optional.of("The cell prints '" + (percent ? "%" : "£") + "', and the unit of '" + indicator.id()
                        + "' is " + indicator.unit() + ". Name an indicator in " + (percent ? "per cent" : "pounds")
                        + ".")
                : Optional.empty();
    }

    /**
     * A printed number without its marks, brackets and the sign of its unit; words stay as they are.
     *
     * @param scale what the mapping multiplies by: {@code 0.5%} that is multiplied by 100 is a contradiction
     */
    static String plain(
            PrintedNumbers printed, String text, Optional<Indicator> indicator, Optional<BigDecimal> scale) {
        return without(printed.number(printed.unmarked(text).text()), indicator, scale);
    }

    private static String without(String text, Optional<Indicator> indicator, Optional<BigDecimal> scale) {
        Optional<Unit> unit = indicator.map(Indicator::unit);
        boolean percent = unit.filter(one -> one == Unit.PERCENT || one == Unit.PERCENTAGE_POINT)
                .isPresent();
        Matcher share = PERCENT.matcher(text.strip());
        if (percent && Numbers.asPrinted(scale) && share.matches()) {
            return share.group(1);
        }
        Matcher pounds = POUNDS.matcher(text.strip());
        return unit.filter(one -> one == Unit.GBP).isPresent() && pounds.matches() ? pounds.group(1) : text;
    }
}
