package careledger.etl.table.format;

import java.util.Optional;

/**
 * What a person sees in a cell.
 *
 * @param text as displayed; for a cell that is not certain, words for the report
 * @param unclear why nobody can say what is displayed, or why it must not be read; empty where the text can be used
 */
public record ShownCell(String text, Optional<String> unclear) {
    /** The text of a number that its format does not display. A mapping may list it among its symbols. */
    public static final String HIDDEN = "(hidden)";

    /** Stands for the currency symbol that a workbook leaves to the reader's locale. */
    public static final String CURRENCY_OF_THE_READER = "¤";

    public static ShownCell of(String text) {
        return new ShownCell(text, Optional.empty());
    }

    public static ShownCell unclear(String text, String why) {
        return new ShownCell(text, Optional.of(why));
    }

    static ShownCell hidden() {
        return unclear(
                HIDDEN,
                "The cell holds a value that its format does not display. If it is a figure that was left out on"
                        + " purpose, list '" + HIDDEN + "' under 'symbols'; otherwise correct the cell's format.");
    }
}
