package careledger.etl.table;

import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param line of the file, or row of the sheet, on which it begins, first is 1
 * @param cells without their quotes; those before the fault where there is one
 * @param unclear why nobody can say what a cell of a workbook shows, by position from 0
 */
public record TableRow(int line, List<String> cells, Optional<RejectionReason> fault, Map<Integer, String> unclear) {
    public TableRow {
        cells = List.copyOf(cells);
        unclear = Map.copyOf(unclear);
    }

    TableRow(int line, List<String> cells, Optional<RejectionReason> fault) {
        this(line, cells, fault, Map.of());
    }

    /** Why a cell cannot be read, if so. */
    public Optional<RejectionReason> unclear(int position, String column) {
        return Optional.ofNullable(unclear.get(position))
                .map(why -> RejectionReason.of(column, cells.get(position), Rule.CELL_UNCLEAR, why));
    }

    /** The first cell that cannot be read. */
    Optional<RejectionReason> firstUnclear() {
        return unclear.keySet().stream().sorted().findFirst().flatMap(at -> unclear(at, cells.get(at)));
    }

    /** Whether there is nothing in it. */
    boolean blank() {
        return fault.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
