package careledger.api.explorer.file;

import careledger.answers.export.ExportType;
import careledger.api.spreadsheet.SheetColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page, as a file holds it.
 *
 * @param rows each with a cell for each column: a number, a day, a moment, text, or null where it is empty
 */
public record FileTable(String title, List<SheetColumn> columns, List<@Nullable Object[]> rows) {
    public FileTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        Set<String> titles = new HashSet<>();
        for (SheetColumn column : columns) {
            if (!titles.add(column.title())) {
                throw new IllegalArgumentException(
                        "the table '" + title + "' has two columns named '" + column.title() + "'");
            }
        }
        for (@Nullable Object[] row : rows) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException(
                        "the table '" + title + "' has a row of " + row.length + " cells, expected " + columns.size());
            }
        }
    }

    /** Begins a table. */
    public static Draft named(String title) {
        return new Draft(title);
    }

    /** A table that is being written. */
    public static final class Draft {
        private final String title;
        private final List<SheetColumn> columns = new ArrayList<>();
        private final List<@Nullable Object[]> rows = new ArrayList<>();

        private Draft(String title) {
            this.title = title;
        }

        public Draft column(String name, ExportType type) {
            columns.add(new SheetColumn(name, type));
            return this;
        }

        /** Columns of text. */
        public Draft texts(String... names) {
            for (String name : names) {
                column(name, ExportType.TEXT);
            }
            return this;
        }

        /** Columns of numbers. */
        public Draft numbers(String... names) {
            for (String name : names) {
                column(name, ExportType.NUMBER);
            }
            return this;
        }

        /** @param cells one a column */
        public Draft row(@Nullable Object... cells) {
            rows.add(cells.clone());
            return this;
        }

        public FileTable done() {
            return new FileTable(title, columns, rows);
        }
    }
}
