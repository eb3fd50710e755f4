package careledger.warehouse.question.scorecard;

import careledger.schema.scorecard.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a document's count of itself and its rows do not agree, a sentence each. */
final class Differences {
    private static final List<String> QUARTILES = List.of("first", "second", "third", "fourth");

    private Differences() {}

    static List<String> words(
            Counts printed, Counts rows, List<RowAnswer> all, Function<RowAnswer, Optional<Judged>> judged) {
        List<String> words = new ArrayList<>();
        add(words, "reported measures", printed.reported(), rows.reported());
        add(words, "measures that got better", printed.better(), rows.better());
        add(words, "measures without significant change", printed.steady(), rows.steady());
        add(words, "measures that got worse", printed.worse(), rows.worse());
        add(words, "measures without polarity", printed.noPolarity(), rows.noPolarity());
        for (int i = 0; i < QUARTILES.size(); i++) {
            add(
                    words,
                    "measures in the " + QUARTILES.get(i) + " quartile",
                    printed.quartiles().get(i),
                    rows.quartiles().get(i));
        }
        List<String> without = all.stream()
                .filter(RowAnswer::reported)
                .filter(row -> judged.apply(row).isEmpty())
                .map(RowAnswer::label)
                .toList();
        if (!without.isEmpty()) {
            words.add("Rows that print no direction: " + String.join("; ", without) + ".");
        }
        return words;
    }

    private static void add(List<String> words, String what, int printed, int rows) {
        if (printed != rows) {
            words.add("The document counts " + printed + " " + what + "; its rows give " + rows + ".");
        }
    }
}
