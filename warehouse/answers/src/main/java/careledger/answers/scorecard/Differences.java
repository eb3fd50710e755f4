package careledger.answers.scorecard;

import careledger.schema.scorecard.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where a document's count of itself and its rows do not agree, row by row.
 *
 * @param printed as the document counts itself
 * @param counted as its rows give
 */
record Differences(ScorecardCounts printed, ScorecardCounts counted, List<RowAnswer> rows) {
    private static final List<String> QUARTILES = List.of("first", "second", "third", "fourth");

    /** A sentence for each count that differs, with the rows that fall under it; then the rows that may explain it. */
    List<String> describe() {
        List<String> words = new ArrayList<>();
        add(words, "reported measures", printed.reported(), counted.reported(), row -> true);
        add(words, "measures that got better", printed.better(), counted.better(), went(Judged.BETTER));
        add(words, "measures without significant change", printed.steady(), counted.steady(), went(Judged.STEADY));
        add(words, "measures that got worse", printed.worse(), counted.worse(), went(Judged.WORSE));
        add(words, "measures without polarity", printed.noPolarity(), counted.noPolarity(), went(Judged.NO_POLARITY));
        for (int i = 0; i < QUARTILES.size(); i++) {
            Integer quartile = i + 1;
            add(
                    words,
                    "measures in the " + QUARTILES.get(i) + " quartile",
                    printed.quartiles().get(i),
                    counted.quartiles().get(i),
                    row -> quartile.equals(row.quartile()));
        }
        boolean directions = printed.better() != counted.better()
                || printed.steady() != counted.steady()
                || printed.worse() != counted.worse()
                || printed.noPolarity() != counted.noPolarity();
        if (directions) {
            list(row -> row.judged() == null)
                    .ifPresent(list -> words.add("Under no direction, since none is printed: " + list + "."));
        }
        if (!printed.quartiles().equals(counted.quartiles())) {
            list(Differences::neighboursWithoutQuartile)
                    .ifPresent(list -> words.add("With a neighbour average but no quartile in print: " + list + "."));
        }
        return words;
    }

    private Predicate<RowAnswer> went(Judged how) {
        return row -> row.judged() == how;
    }

    private static boolean neighboursWithoutQuartile(RowAnswer row) {
        return row.quartile() == null
                && row.neighbours() != null
                && Objects.requireNonNull(row.neighbours()).value() != null;
    }

    private void add(List<String> words, String what, int said, int found, Predicate<RowAnswer> which) {
        if (said != found) {
            words.add("The document counts " + said + " " + what + "; its rows give " + found
                    + list(which).map(list -> ": " + list).orElse("") + ".");
        }
    }

    /** Labels of the reported rows that are meant. */
    private Optional<String> list(Predicate<RowAnswer> which) {
        String labels = rows.stream()
                .filter(RowAnswer::reported)
                .filter(which)
                .map(row -> row.label().strip())
                .map(label -> label.endsWith(".") ? label.substring(0, label.length() - 1) : label)
                .collect(Collectors.joining("; "));
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels);
    }
}
