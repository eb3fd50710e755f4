package careledger.etl.table.format;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person sees in a cell.
 *
 * @param text as displayed; for a cell that is not certain, words for the report
 * @param unclear why nobody can say what is displayed, or why it must not be read; empty where the text can be used
 * @param counted what the format counts in without displaying it, such as {@code thousands}
 */
public record ShownCell(String text, Optional<String> unclear, Optional<String> counted) {
    /** The text of a number that its format does not display. A mapping may list it among its symbols. */
    public static final String HIDDEN = "(hidden)";

    /** Stands for the currency symbol that a workbook leaves to the reader's locale. */
    public static final String CURRENCY_OF_THE_READER = "¤";

    private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*[0-9][^\\p{L}]*");

    public static ShownCell of(String text) {
        return new ShownCell(text, Optional.empty(), Optional.empty());
    }

    public static ShownCell unclear(String text, String why) {
        return new ShownCell(text, Optional.of(why), Optional.empty());
    }

    /** The same, displayed in thousands or millions by a format that does not say so. */
    public ShownCell countedIn(Optional<String> what) {
        return new ShownCell(text, unclear, what);
    }

    /** The number that is displayed, where it is nothing but one. */
    public Optional<BigDecimal> number() {
        String plain = text.strip().replace(",", "");
        return plain.matches("-?[0-9]{1,15}(\\.[0-9]+)?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** A cell whose text, or some of it, cannot be read on what is behind it. */
    public static ShownCell inTheColourOfItsBackground() {
        return unclear(
                HIDDEN,
                "The cell's text has the colour of its background, so nobody sees it. Show it, or list '" + HIDDEN
                        + "' under 'symbols' if it is a figure left out on purpose.");
    }

    /** A figure that a conditional format hides or shows otherwise, or may do so; words beside it do not matter. */
    public static ShownCell changedByACondition(ShownCell shown) {
        return shown.unclear().isEmpty() && FIGURE.matcher(shown.text()).matches()
                ? unclear(
                        shown.text(),
                        "A conditional format hides this figure or shows it in another way, or may do so. Remove the"
                                + " condition from the cell.")
                : shown;
    }

    static ShownCell hidden() {
        return unclear(
                HIDDEN,
                "The cell holds a value that its format does not display. If it is a figure that was left out on"
                        + " purpose, list '" + HIDDEN + "' under 'symbols'; otherwise correct the cell's format.");
    }
}
