package careledger.etl.draft;

import careledger.etl.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where in the rows of an unknown file the table begins and ends.
 *
 * @param skip rows above the header
 * @param title the text there
 * @param header words above each column, those of several header rows joined as the reader joins them
 * @param until how the first row below the table begins
 */
record TableBounds(
        int skip, String title, int headerRows, List<String> header, List<TableRow> body, Optional<String> until) {
    private static final int MOST_HEADER_ROWS = 3;

    static TableBounds of(List<TableRow> rows) {
        int standard = first(
                rows,
                row -> row.cells().contains("time_period")
                        || row.cells().contains("claim")
                        || row.cells().contains("neighbour_code"));
        if (standard >= 0 && standard < 20) {
            return at(rows, standard, standard, rows.size());
        }
        int data = first(rows, TableBounds::holdsFigures);
        int last = data - 1;
        while (last > 0 && filled(rows.get(last)) < 2) {
            last--;
        }
        if (data <= 0) {
            return at(rows, 0, 0, rows.size());
        }
        int start = Math.max(0, last);
        while (start > 0 && last - start + 1 < MOST_HEADER_ROWS && standsOver(rows.get(start - 1))) {
            start--;
        }
        int end = rows.size();
        while (end > last + 1 && !holdsFigures(rows.get(end - 1)) && filled(rows.get(end - 1)) <= 2) {
            end--;
        }
        return at(rows, start, Math.max(0, last), end);
    }

    /** Cells of a column, from 0, that hold something. */
    List<String> column(int position) {
        return body.stream()
                .map(TableRow::cells)
                .filter(cells -> position < cells.size() && !cells.get(position).isBlank())
                .map(cells -> cells.get(position).strip())
                .toList();
    }

    /** Whether a row has no more than its first cell. */
    static boolean bare(TableRow row) {
        return filled(row) == 1 && !row.cells().get(0).isBlank();
    }

    private static TableBounds at(List<TableRow> rows, int start, int last, int end) {
        String title = String.join(
                " ",
                rows.subList(0, start).stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> !cell.isBlank())
                        .toList());
        Optional<String> until = end < rows.size() ? Optional.of(opening(rows.get(end))) : Optional.empty();
        return new TableBounds(
                start == 0 ? 0 : rows.get(start).line() - 1,
                title,
                last - start + 1,
                joined(rows.subList(start, last + 1)),
                List.copyOf(rows.subList(Math.min(last + 1, end), end)),
                until);
    }

    private static List<String> joined(List<TableRow> parts) {
        if (parts.size() == 1) {
            return parts.get(0).cells();
        }
        int width = parts.stream().mapToInt(part -> part.cells().size()).max().orElse(0);
        List<List<String>> above = new ArrayList<>();
        IntStream.range(0, width).forEach(column -> above.add(new ArrayList<>()));
        for (int i = 0; i < parts.size(); i++) {
            String wide = "";
            for (int column = 0; column < width; column++) {
                List<String> cells = parts.get(i).cells();
                String own = column < cells.size() ? cells.get(column).strip().replaceAll("\\s+", " ") : "";
                wide = own.isEmpty() && i < parts.size() - 1 ? wide : own;
                if (!wide.isEmpty() && !above.get(column).contains(wide)) {
                    above.get(column).add(wide);
                }
            }
        }
        return above.stream().map(words -> String.join(" / ", words)).toList();
    }

    private static boolean holdsFigures(TableRow row) {
        return row.cells().stream().skip(1).anyMatch(cell -> CellTexts.figure(cell) && !CellTexts.year(cell));
    }

    /** Whether a row is a further header row: it begins with nothing, or has several words and no figure. */
    private static boolean standsOver(TableRow row) {
        return !holdsFigures(row) && (row.cells().get(0).isBlank() ? filled(row) > 0 : filled(row) > 1);
    }

    private static long filled(TableRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static String opening(TableRow row) {
        String text = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        return text.length() <= 40
                ? text
                : text.substring(0, text.lastIndexOf(' ', 40) > 0 ? text.lastIndexOf(' ', 40) : 40);
    }

    private static int first(List<TableRow> rows, Predicate<TableRow> is) {
        return IntStream.range(0, rows.size())
                .filter(i -> is.test(rows.get(i)))
                .findFirst()
                .orElse(-1);
    }
}
