package careledger.etl.table;

import java.util.List;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param line of the file, or row of the sheet, on which it begins, first is 1
 * @param cells without their quotes; those before the fault where there is one
 */
public record TableRow(int line, List<String> cells, Optional<RejectionReason> fault) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** Whether there is nothing in it. */
    boolean blank() {
        return fault.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
