package careledger.etl.layout;

import careledger.schema.mapping.BesideColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The words of notes and confidence limits beside a figure. */
final class BesideWords {
    private BesideWords() {}

    /** @param text of the row in a column */
    static List<String> of(BesideColumns columns, UnaryOperator<String> text) {
        List<String> words = new ArrayList<>();
        for (String column : columns.notes()) {
            if (!text.apply(column).isBlank()) {
                words.add(text.apply(column).strip());
            }
        }
        for (BesideColumns.Limits limits : columns.limits()) {
            String lower = text.apply(limits.lower()).strip();
            String upper = text.apply(limits.upper()).strip();
            if (!lower.isEmpty() && !upper.isEmpty()) {
                words.add(limits.name() + " confidence limits " + FloatText.shown(lower) + " to "
                        + FloatText.shown(upper));
            }
        }
        return words;
    }
}
