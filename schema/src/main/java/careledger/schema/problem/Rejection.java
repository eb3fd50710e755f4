package careledger.schema.problem;

import java.util.Optional;

/**
 * A file, row or cell that was refused.
 *
 * @param file path below the extracts root, with slashes
 * @param line line in the file on which the row begins, first is 1; 0 where the whole file is meant
 * @param column header of the column (with its number if the header is blank or occurs twice)
 * @param value the refused text as delivered, shortened where it is very long
 * @param reason what was found and what was expected; the rule's advice is not repeated in it
 */
public record Rejection(
        String file, int line, Optional<String> column, Optional<String> value, Rule rule, String reason) {
    private static final int LONGEST_VALUE = 200;

    public Rejection {
        value = value.map(Rejection::shortened);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + "… (" + text.length() + " characters)";
    }
}
