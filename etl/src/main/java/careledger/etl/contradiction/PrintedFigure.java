package careledger.etl.contradiction;

import careledger.schema.catalogue.Unit;
import careledger.schema.disclosure.DisclosureRules;
import careledger.schema.observation.Breakdown;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;

/**
 * A figure as a document prints it.
 *
 * @param value its scale is the number of decimals printed
 * @param numerator printed with it, or the count in the same cell
 * @param qualifier the word printed with it that makes it inexact
 * @param line of the delivered file, which follows the document
 */
public record PrintedFigure(
        String claim,
        String source,
        LocalDate publishedOn,
        String indicator,
        Unit unit,
        String definition,
        TimePeriod period,
        String breakdown,
        ValueKind kind,
        BigDecimal value,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Optional<String> qualifier,
        String file,
        int line,
        String locator) {
    private static final String ALL = "total";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    boolean measured() {
        return kind.isMeasured();
    }

    boolean exact() {
        return qualifier.isEmpty();
    }

    boolean ofAll() {
        return breakdown.equals(ALL);
    }

    /** Between what the number lies that was rounded to the printed one; a whole count is what it says. */
    Span span() {
        if (unit == Unit.COUNT && value.scale() == 0) {
            return new Span(value, value);
        }
        BigDecimal half = HALF.scaleByPowerOfTen(-value.scale());
        return new Span(value.subtract(half), value.add(half));
    }

    /** Whether it may be withheld because it could identify a child; no note may give it away. */
    boolean small() {
        DisclosureRules rules = DisclosureRules.builtIn();
        return unit == Unit.COUNT
                && rules.small(value.doubleValue())
                && !Collections.disjoint(Breakdown.parse(breakdown).members().keySet(), rules.characteristics());
    }

    /** Whether both are one figure: equal to within the rounding of the one printed with fewer decimals. */
    boolean agreesWith(PrintedFigure other) {
        BigDecimal rounding = HALF.scaleByPowerOfTen(-Math.min(value.scale(), other.value.scale()));
        return value.subtract(other.value).abs().compareTo(rounding) <= 0;
    }

    /** How far apart two figures are printed: lines of one delivered file, else further than any of these. */
    int distanceTo(PrintedFigure other) {
        return file.equals(other.file) ? Math.abs(line - other.line) : Integer.MAX_VALUE;
    }

    String text() {
        String digits = value.scale() < 0 ? value.toBigInteger().toString() : value.toPlainString();
        return unit == Unit.PERCENT ? digits + "%" : digits;
    }

    /** The figure with its place. */
    String placed() {
        return text() + " (" + locator + ")";
    }
}
