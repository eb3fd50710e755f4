package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.PrintedNumbers;
import careledger.schema.observation.ObsStatus;
import careledger.schema.problem.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numerators, denominators and confidence limits that a mapping names: each is there as a number, or as a symbol
 * that says why not, or the figure is refused. The same holds in every layout. Where blank cells are meant, the symbol
 * is the empty text.
 */
final class NamedNumbers {
    private static final String BLANK = "";

    private final Map<String, ObsStatus> symbols;
    private final PrintedNumbers printed;

    NamedNumbers(Map<String, ObsStatus> symbols, PrintedNumbers printed) {
        this.symbols = symbols;
        this.printed = printed;
    }

    /**
     * What is printed where a mapping says that a number is.
     *
     * @param column as messages call it
     * @param unclear why nobody can say what the cell shows, if so
     */
    record Printed(String column, String text, Optional<RejectionReason> unclear) {}

    /** Whether the mapping says that blank cells are figures that are not there. */
    static boolean mayBeBlank(Map<String, ObsStatus> symbols) {
        return symbols.containsKey(BLANK);
    }

    /** A numerator or denominator; empty where a symbol stands for it, and with a refusal where it is missing. */
    Optional<BigDecimal> part(Printed part, Optional<BigDecimal> scale, List<RejectionReason> refusals) {
        return readable(part, "numerator or denominator", refusals)
                ? number(part, Optional.empty(), scale, refusals)
                : Optional.empty();
    }

    /**
     * Confidence limits in words; empty where neither is a number.
     *
     * @param name of the limits, such as {@code 95%}, or blank
     * @param lower empty where the mapping names only the upper one
     */
    Optional<String> limits(
            String name,
            Optional<Printed> lower,
            Optional<Printed> upper,
            Indicator indicator,
            Optional<BigDecimal> scale,
            List<RejectionReason> refusals) {
        Optional<Limit> lowest = lower.flatMap(limit -> limit(limit, indicator, scale, refusals));
        Optional<Limit> highest = upper.flatMap(limit -> limit(limit, indicator, scale, refusals));
        lowest.filter(low -> highest.filter(high -> low.number().compareTo(high.number()) > 0)
                        .isPresent())
                .ifPresent(low -> refusals.add(exchanged(lower.get(), upper.get())));
        Optional<String> from = lowest.map(Limit::words);
        Optional<String> to = highest.map(Limit::words);
        String level = name.isBlank() ? "" : name + " ";
        if (from.isPresent() && to.isPresent()) {
            return Optional.of(level + "confidence limits " + from.get() + " to " + to.get());
        }
        return from.map(only -> "lower " + level + "confidence limit " + only)
                .or(() -> to.map(only -> "upper " + level + "confidence limit " + only));
    }

    /** As printed, without the noise of a binary float; multiplied where the figure is. */
    private Optional<Limit> limit(
            Printed limit, Indicator indicator, Optional<BigDecimal> scale, List<RejectionReason> refusals) {
        if (!readable(limit, "confidence limit", refusals)) {
            return Optional.empty();
        }
        return number(limit, Optional.of(indicator), scale, refusals)
                .map(number -> new Limit(
                        number,
                        Numbers.asPrinted(scale)
                                ? FloatText.shown(limit.text().strip())
                                : number.stripTrailingZeros().toPlainString()));
    }

    private record Limit(BigDecimal number, String words) {}

    private static RejectionReason exchanged(Printed lower, Printed upper) {
        return RejectionReason.of(
                lower.column(),
                lower.text(),
                Rule.VALUE_OUT_OF_RANGE,
                "Found the confidence limits " + lower.text().strip() + " to "
                        + upper.text().strip()
                        + ", expected the lower one first. Look whether extract.yaml names the columns the wrong way"
                        + " round.");
    }

    /** Whether there is something to read as a number; where no symbol stands for it, a refusal says why there is not. */
    private boolean readable(Printed said, String what, List<RejectionReason> refusals) {
        String text = said.text().strip();
        if (symbols.containsKey(text)) {
            return false;
        }
        Optional<RejectionReason> wrong =
                said.unclear().or(() -> text.isEmpty() ? Optional.of(missing(said, what)) : Optional.empty());
        wrong.ifPresent(refusals::add);
        return wrong.isEmpty();
    }

    private Optional<BigDecimal> number(
            Printed said, Optional<Indicator> indicator, Optional<BigDecimal> scale, List<RejectionReason> refusals) {
        String plain = UnitSigns.plain(printed, said.text(), indicator, scale);
        return FloatText.read(said.column(), said.text(), plain, BigDecimal.ONE, FloatText.MOST_DECIMALS, refusals)
                .map(number -> Numbers.scaled(number, scale));
    }

    private static RejectionReason missing(Printed said, String what) {
        return RejectionReason.of(
                said.column(),
                said.text(),
                Rule.PART_MISSING,
                "Found nothing, expected the number that extract.yaml names as " + what
                        + ". Where a blank cell means that there is none, list \"\" under 'symbols'.");
    }
}
