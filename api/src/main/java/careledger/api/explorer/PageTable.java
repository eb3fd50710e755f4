package careledger.api.explorer;

import java.util.List;

/**
 * A table on a page.
 *
 * @param rows each with a cell for each column
 */
public record PageTable(String caption, List<Column> columns, List<List<Cell>> rows) {
    public PageTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("the table '" + caption + "' has a row of " + row.size()
                        + " cells, expected " + columns.size());
            }
        }
    }

    /** @param number whether its cells are numbers, which are aligned right */
    public record Column(String title, boolean number) {
        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    /**
     * @param link where it leads; empty where it is plain text
     * @param small what is said below it; may be empty
     */
    public record Cell(String text, String link, String small) {
        static Cell of(String text) {
            return new Cell(text, "", "");
        }

        static Cell of(String text, String link) {
            return new Cell(text, link, "");
        }

        static Cell none() {
            return of("–");
        }
    }
}
