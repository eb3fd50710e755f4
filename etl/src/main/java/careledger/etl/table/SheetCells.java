package careledger.etl.table;

import careledger.etl.table.format.ShownCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cells of one sheet of a workbook, as they are shown there. Rows and columns count from 1. */
final class SheetCells {
    private static final ShownCell BLANK = ShownCell.of("");

    private final String name;
    private final boolean hidden;
    private final NavigableMap<Integer, NavigableMap<Integer, ShownCell>> rows = new TreeMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final Set<Integer> hiddenRows = new TreeSet<>();
    private final Set<Integer> hiddenColumns = new TreeSet<>();

    SheetCells(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
    }

    /** Merged cells; their value is in the first. */
    record Merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        boolean tall() {
            return lastRow > firstRow;
        }

        boolean broad() {
            return lastColumn > firstColumn;
        }
    }

    void put(int row, int column, ShownCell cell) {
        if (!cell.text().isBlank()) {
            rows.computeIfAbsent(row, one -> new TreeMap<>()).put(column, cell);
        }
    }

    void merge(Merged cells) {
        merged.add(cells);
    }

    void hideRow(int row) {
        hiddenRows.add(row);
    }

    void hideColumn(int column) {
        hiddenColumns.add(column);
    }

    String name() {
        return name;
    }

    boolean hidden() {
        return hidden;
    }

    /** Rows with something in them, each with its cells that have something in them. */
    NavigableMap<Integer, NavigableMap<Integer, ShownCell>> rows() {
        return rows;
    }

    /** Cells of a row with something in them, by column. */
    NavigableMap<Integer, ShownCell> row(int row) {
        return rows.getOrDefault(row, Collections.emptyNavigableMap());
    }

    /** What a cell shows; nothing where it is blank. */
    String text(int row, int column) {
        return cell(row, column).text();
    }

    /** A cell; one without text where it is blank. */
    ShownCell cell(int row, int column) {
        return row(row).getOrDefault(column, BLANK);
    }

    List<Merged> merged() {
        return merged;
    }

    Set<Integer> hiddenRows() {
        return hiddenRows;
    }

    Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }
}
