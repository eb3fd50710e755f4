package careledger.etl.layout;

import careledger.etl.table.DeliveredTable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the cell of a workbook, from the row and the column name used in messages. */
final class CellLocations {
    private static final Pattern NUMBERED = Pattern.compile(".*\\(column (\\d+)\\)", Pattern.DOTALL);

    private final DeliveredTable table;
    private final List<String> header;

    CellLocations(DeliveredTable table, List<String> header) {
        this.table = table;
        this.header = header;
    }

    /** Such as {@code Table 3!C17}; empty for a file that is no workbook. */
    Optional<String> of(int row, Optional<String> column) {
        return table.cellName(row, column.map(this::position).orElse(-1));
    }

    private int position(String column) {
        Matcher numbered = NUMBERED.matcher(column);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) - 1 : header.indexOf(column);
    }
}
