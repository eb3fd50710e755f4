package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Compares the header of a file with the one expected and says what happened to it. */
final class HeaderCheck {
    private HeaderCheck() {}

    /** For layouts in which every column has its place; empty where the header is as expected. */
    static Optional<RejectionReason> exact(List<String> expected, List<String> found) {
        if (found.equals(expected)) {
            return Optional.empty();
        }
        List<String> missing = without(expected, found);
        List<String> unknown = without(found, expected);
        if (missing.isEmpty() && unknown.isEmpty()) {
            int at = 0;
            while (expected.get(at).equals(found.get(at))) {
                at++;
            }
            return refusal(
                    found.get(at),
                    "The columns are in another order: column " + (at + 1) + " is '" + found.get(at) + "', expected '"
                            + expected.get(at) + "'.");
        }
        if (missing.size() == 1 && unknown.size() == 1 && expected.size() == found.size()) {
            return refusal(
                    unknown.get(0), "The column '" + missing.get(0) + "' is called '" + unknown.get(0) + "' here.");
        }
        return Optional.of(firstOf(missing, unknown, expected));
    }

    private static RejectionReason firstOf(List<String> missing, List<String> unknown, List<String> expected) {
        List<String> said = new ArrayList<>();
        for (String column : unknown) {
            said.add(
                    expected.contains(column)
                            ? "the column '" + column + "' occurs more often than expected"
                            : "the column '" + column + "' is not expected"
                                    + Nearest.sentence(column, missing)
                                            .stripTrailing()
                                            .replaceFirst("^ (.*)\\.$", " ($1)"));
        }
        missing.forEach(column -> said.add("the column '" + column + "' is missing"));
        String reason = String.join("; ", said);
        String column = unknown.isEmpty() ? missing.get(0) : unknown.get(0);
        return refusal(column, sentence(reason)).get();
    }

    /** For layouts whose columns may be in any order: each required one once, and none unknown. */
    static Optional<RejectionReason> anyOrder(List<String> required, List<String> allowed, List<String> found) {
        for (String column : found) {
            if (Collections.frequency(found, column) > 1) {
                return refusal(column, "The column '" + column + "' occurs twice; expected it once.");
            }
        }
        List<String> missing =
                required.stream().filter(column -> !found.contains(column)).toList();
        List<String> uncovered =
                found.stream().filter(column -> !allowed.contains(column)).toList();
        if (!uncovered.isEmpty()) {
            String column = uncovered.get(0);
            return refusal(
                    column,
                    "No entry of extract.yaml covers the column '" + String.join("', '", uncovered) + "'; name it under"
                            + " indicators, filters or ignore."
                            + Nearest.sentence(column, missing.isEmpty() ? allowed : missing));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : refusal(
                        missing.get(0), "The column '" + String.join("' and the column '", missing) + "' is missing.");
    }

    private static Optional<RejectionReason> refusal(String column, String reason) {
        return Optional.of(RejectionReason.of(column, column, Rule.HEADER_WRONG, reason));
    }

    private static String sentence(String text) {
        String capital = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /** What is left of one list when each element of another is taken out once. */
    private static List<String> without(List<String> from, List<String> taken) {
        List<String> left = new ArrayList<>(from);
        taken.forEach(left::remove);
        return left;
    }
}
