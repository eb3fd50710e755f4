package careledger.etl.table;

import careledger.etl.table.SheetCells.Merged;
import careledger.etl.table.format.ShownCell;
import careledger.schema.mapping.CellRange;
import careledger.schema.mapping.HiddenCells;
import careledger.schema.mapping.TableForm;
import careledger.schema.problem.Rule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The rows of the table on a sheet. Merged cells of the header hold their value everywhere; in the body one that is
 * merged downwards is refused unless the mapping says that its value holds for all, and a number merged across columns
 * always, since nobody can say which column it belongs to.
 */
final class SheetRows {
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORDS = 200;

    private final SheetCells sheet;
    private final TableForm form;
    private final List<Integer> columns;
    private final int firstRow;
    private final int lastHeaderRow;
    private final NavigableMap<Integer, RejectionReason> faults = new TreeMap<>();

    SheetRows(SheetCells sheet, TableForm form) {
        this.sheet = sheet;
        this.form = form;
        this.firstRow =
                Math.max(form.skip() + 1, form.range().map(CellRange::firstRow).orElse(1));
        this.lastHeaderRow = lastHeaderRow();
        sheet.merged().forEach(this::spread);
        this.columns = columns();
    }

    /** The columns of the sheet that the table has, from 1. */
    List<Integer> columns() {
        int first = form.range().map(CellRange::firstColumn).orElseGet(() -> edge(true));
        int last = form.range().stream()
                .flatMapToInt(range -> range.lastColumn().stream())
                .findFirst()
                .orElseGet(() -> edge(false));
        return IntStream.rangeClosed(first, last)
                .filter(column -> form.hidden() != HiddenCells.LEAVE_OUT
                        || !sheet.hiddenColumns().contains(column))
                .boxed()
                .toList();
    }

    /** Every row of the range with something in it. */
    TableRows open() {
        Iterator<Integer> rows = sheet.rows().keySet().stream()
                .filter(this::inRange)
                .filter(row -> form.hidden() != HiddenCells.LEAVE_OUT
                        || !sheet.hiddenRows().contains(row))
                .toList()
                .iterator();
        return () -> rows.hasNext() ? Optional.of(row(rows.next())) : Optional.empty();
    }

    /** Why the columns cannot be read, if so. */
    Optional<RejectionReason> fault() {
        if (columns.isEmpty() || sheet.rows().tailMap(firstRow, true).isEmpty()) {
            return Optional.of(RejectionReason.whole(
                    Rule.FILE_EMPTY,
                    "There is nothing in the cells of " + describe() + " that should hold the table."));
        }
        return form.hidden() == HiddenCells.REFUSE
                ? columns.stream()
                        .filter(sheet.hiddenColumns()::contains)
                        .findFirst()
                        .map(column -> RejectionReason.whole(
                                Rule.CELLS_HIDDEN,
                                describe() + " hides column " + CellRange.letters(column)
                                        + "; nothing says whether its figures count."))
                : Optional.empty();
    }

    /** What of the sheet does not belong to the table and has something in it. */
    List<String> leftOut() {
        List<String> said = new ArrayList<>();
        form.range().ifPresent(range -> {
            List<String> outside = new ArrayList<>();
            sheet.rows().forEach((row, cells) -> cells.keySet().stream()
                    .filter(column -> !range.holds(column, row))
                    .forEach(column -> outside.add(
                            CellRange.letters(column) + row + " '" + shortened(sheet.text(row, column)) + "'")));
            if (!outside.isEmpty()) {
                said.add(outside.size() + " filled cells outside " + range + ", the first " + outside.get(0));
            }
        });
        if (form.hidden() == HiddenCells.LEAVE_OUT && !sheet.hiddenRows().isEmpty()) {
            said.add(sheet.hiddenRows().size() + " hidden rows, the first row "
                    + sheet.hiddenRows().iterator().next());
        }
        if (form.hidden() == HiddenCells.LEAVE_OUT && !sheet.hiddenColumns().isEmpty()) {
            said.add(sheet.hiddenColumns().size() + " hidden columns, the first column "
                    + CellRange.letters(sheet.hiddenColumns().iterator().next()));
        }
        return said;
    }

    /** Words in the rows above and below the range of the table. */
    List<String> aside() {
        List<String> words = new ArrayList<>();
        sheet.rows().forEach((row, cells) -> {
            if (!inRange(row)) {
                cells.values().forEach(cell -> words.add(cell.text()));
            }
        });
        return words.stream()
                .filter(word -> word.length() <= LONGEST_WORDS)
                .limit(MOST_WORDS)
                .toList();
    }

    private TableRow row(int row) {
        List<ShownCell> shown = new ArrayList<>();
        columns.forEach(column -> shown.add(sheet.cell(row, column)));
        if (form.range().isEmpty()) {
            int last = columns.get(columns.size() - 1);
            shown.addAll(sheet.row(row).tailMap(last, false).values());
        }
        Map<Integer, String> unclear = new TreeMap<>();
        Map<Integer, String> counted = new TreeMap<>();
        for (int i = 0; i < shown.size(); i++) {
            int position = i;
            shown.get(i).unclear().ifPresent(why -> unclear.put(position, why));
            shown.get(i).counted().ifPresent(what -> counted.put(position, what));
        }
        List<String> cells = shown.stream().map(ShownCell::text).toList();
        return new TableRow(row, cells, fault(row, cells), unclear, counted);
    }

    private Optional<RejectionReason> fault(int row, List<String> cells) {
        if (faults.containsKey(row)) {
            return Optional.of(faults.get(row));
        }
        if (form.hidden() == HiddenCells.REFUSE && sheet.hiddenRows().contains(row)) {
            return Optional.of(RejectionReason.whole(
                    Rule.CELLS_HIDDEN, "The sheet hides this row; nothing says whether its figures count."));
        }
        return cells.stream().anyMatch(cell -> cell.length() > CsvRows.LONGEST_CELL)
                ? Optional.of(RejectionReason.whole(
                        Rule.CELL_TOO_LONG,
                        "Found a cell of more than 10,000 characters; expected a figure, a label or" + " a note."))
                : Optional.empty();
    }

    /** Gives the value of merged cells to each of them, or notes why that cannot be. */
    private void spread(Merged cells) {
        ShownCell first = sheet.cell(cells.firstRow(), cells.firstColumn());
        String text = first.text();
        if (text.isBlank() || cells.lastRow() < firstRow || !inRange(cells.firstRow())) {
            return;
        }
        if (cells.lastRow() <= lastHeaderRow) {
            fill(cells, cells.lastColumn(), first);
            return;
        }
        String where = CellRange.letters(cells.firstColumn()) + cells.firstRow() + ":"
                + CellRange.letters(cells.lastColumn()) + cells.lastRow();
        if (cells.broad() && text.matches("[^\\p{L}]*[0-9][^\\p{L}]*")) {
            refuse(
                    cells,
                    where + " are merged and hold '" + text + "'; nothing says which column the figure belongs to.");
        } else if (cells.tall() && form.fillMerged()) {
            fill(cells, cells.firstColumn(), first);
        } else if (cells.tall()) {
            refuse(
                    cells,
                    where + " are merged and hold '" + shortened(text)
                            + "'; nothing says whether that holds for each row of them.");
        }
    }

    private void fill(Merged cells, int lastColumn, ShownCell cell) {
        for (int row = cells.firstRow(); row <= cells.lastRow(); row++) {
            for (int column = cells.firstColumn(); column <= lastColumn; column++) {
                sheet.put(row, column, cell);
            }
        }
    }

    private void refuse(Merged cells, String reason) {
        for (int row = cells.firstRow(); row <= cells.lastRow(); row++) {
            faults.putIfAbsent(row, RejectionReason.whole(Rule.CELLS_MERGED, reason));
        }
    }

    private int lastHeaderRow() {
        return sheet.rows().tailMap(firstRow, true).keySet().stream()
                .skip(form.headerRows() - 1L)
                .findFirst()
                .orElse(firstRow);
    }

    /** The first or last column of the header; the first may be left of it where only the body has something there. */
    private int edge(boolean first) {
        var header = sheet.rows().subMap(firstRow, true, lastHeaderRow, true).values().stream()
                .filter(cells -> !cells.isEmpty());
        return first
                ? sheet.rows().tailMap(firstRow, true).values().stream()
                        .mapToInt(NavigableMap::firstKey)
                        .min()
                        .orElse(1)
                : header.mapToInt(NavigableMap::lastKey).max().orElse(0);
    }

    private boolean inRange(int row) {
        return form.range().stream()
                .allMatch(range ->
                        row >= range.firstRow() && row <= range.lastRow().orElse(row));
    }

    private String describe() {
        return "the sheet '" + sheet.name() + "'"
                + form.range().map(range -> ", " + range).orElse("");
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
