package careledger.etl.draft;

import careledger.etl.table.TableRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows of a table are the totals of others. Where there is one, the rows above it are parts of one measure, and not
 * measures of their own.
 *
 * @param totals positions of rows in the body, from 0
 * @param parts positions of the rows that add up to them
 */
record RowTotals(Set<Integer> totals, Set<Integer> parts) {
    static RowTotals of(TableBounds look, int labels) {
        Set<Integer> totals = new TreeSet<>();
        Set<Integer> parts = new TreeSet<>();
        List<Integer> open = new ArrayList<>();
        List<Integer> sums = new ArrayList<>();
        for (int i = 0; i < look.body().size(); i++) {
            TableRow row = look.body().get(i);
            if (TableBounds.bare(row)) {
                open.clear();
            } else if (!called(row, labels)) {
                open.add(i);
            } else if (open.size() > 1 && adds(look, labels, open, i)) {
                totals.add(i);
                sums.add(i);
                parts.addAll(open);
                open.clear();
            } else if (sums.size() > 1 && adds(look, labels, sums, i)) {
                totals.add(i);
            }
        }
        return new RowTotals(totals, parts);
    }

    /** Whether rows in per cent make 100 in every column. */
    static boolean makeHundred(TableBounds look, int labels) {
        int columns = 0;
        for (int column = 0; column < look.header().size(); column++) {
            List<String> cells = look.column(column);
            if (column == labels || cells.isEmpty()) {
                continue;
            }
            if (!cells.stream().allMatch(cell -> cell.endsWith("%") && CellTexts.figure(cell))) {
                return false;
            }
            BigDecimal sum = cells.stream()
                    .flatMap(cell -> CellTexts.number(cell).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (cells.size() < 2 || sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(BigDecimal.ONE) > 0) {
                return false;
            }
            columns++;
        }
        return columns > 0;
    }

    private static boolean called(TableRow row, int labels) {
        String label = labels < row.cells().size() ? row.cells().get(labels) : "";
        return label.toLowerCase(Locale.UK).matches("\\W*(?:(?:grand|sub)[ -]?)?total\\b.*|all(?: .*)?|overall");
    }

    private static boolean adds(TableBounds look, int labels, List<Integer> parts, int total) {
        int columns = 0;
        for (int column = 0; column < look.header().size(); column++) {
            Optional<BigDecimal> printed = at(look, total, column);
            if (column == labels || printed.isEmpty()) {
                continue;
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (int part : parts) {
                sum = sum.add(at(look, part, column).orElse(BigDecimal.ZERO));
            }
            if (sum.compareTo(printed.get()) != 0) {
                return false;
            }
            columns++;
        }
        return columns > 0;
    }

    private static Optional<BigDecimal> at(TableBounds look, int row, int column) {
        List<String> cells = look.body().get(row).cells();
        return column < cells.size() ? CellTexts.number(cells.get(column)) : Optional.empty();
    }
}
