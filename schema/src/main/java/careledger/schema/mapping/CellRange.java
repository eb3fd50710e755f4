package careledger.schema.mapping;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of a sheet, as spreadsheets write it: {@code B4:H40}; {@code B4:H} reaches down to the last row,
 * {@code B4} to the last row and column.
 *
 * @param firstColumn from 1
 * @param firstRow from 1
 */
public record CellRange(int firstColumn, int firstRow, OptionalInt lastColumn, OptionalInt lastRow) {
    private static final Pattern WRITTEN =
            Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6})?)?");
    private static final int LETTERS = 26;

    /** @throws IllegalArgumentException with what was expected, where the text is no range */
    public static CellRange parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().replace("$", "").toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "expected cells such as B4:H40, B4:H (down to the last row) or B4 (and all below and to the right)");
        }
        OptionalInt lastColumn =
                written.group(3) == null ? OptionalInt.empty() : OptionalInt.of(number(written.group(3)));
        OptionalInt lastRow =
                written.group(4) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(written.group(4)));
        CellRange range =
                new CellRange(number(written.group(1)), Integer.parseInt(written.group(2)), lastColumn, lastRow);
        if (lastColumn.orElse(range.firstColumn) < range.firstColumn
                || lastRow.orElse(range.firstRow) < range.firstRow) {
            throw new IllegalArgumentException("the first cell is to the right of or below the last");
        }
        return range;
    }

    /** The letters of a column, first is 1: A, B, … Z, AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString();
    }

    public boolean holds(int column, int row) {
        return column >= firstColumn
                && row >= firstRow
                && column <= lastColumn.orElse(Integer.MAX_VALUE)
                && row <= lastRow.orElse(Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        String first = letters(firstColumn) + firstRow;
        return lastColumn.isEmpty()
                ? first
                : first + ":" + letters(lastColumn.getAsInt())
                        + (lastRow.isPresent() ? Integer.toString(lastRow.getAsInt()) : "");
    }

    private static int number(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * LETTERS + letters.charAt(i) - 'A' + 1;
        }
        return number;
    }
}
