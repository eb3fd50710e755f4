package careledger.schema.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a small table: cells between commas, in double quotes where they hold a comma or a quote.
 *
 * @param line first is 1
 */
record CsvLine(int line, List<String> cells) {
    CsvLine {
        cells = List.copyOf(cells);
    }

    /** Every line with something in it. */
    static List<CsvLine> all(String text) {
        List<CsvLine> lines = new ArrayList<>();
        String[] printed = text.replace("\uFEFF", "").split("\r?\n", -1);
        for (int i = 0; i < printed.length; i++) {
            if (!printed[i].isBlank()) {
                lines.add(new CsvLine(i + 1, cells(printed[i])));
            }
        }
        return lines;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
