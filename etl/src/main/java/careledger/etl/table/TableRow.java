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
 * @param counted what the format of a cell counts in without displaying it, such as {@code thousands}, by position
 */
public record TableRow(
        int line,
        List<String> cells,
        Optional<RejectionReason> fault,
        Map<Integer, String> unclear,
        Map<Integer, String> counted) {
    private static final String ODD_SPACES = "\u00a0\u2007\u2009\u200b\u202f\ufeff";

    public TableRow {
        cells = List.copyOf(cells);
        unclear = Map.copyOf(unclear);
        counted = Map.copyOf(counted);
    }

    TableRow(int line, List<String> cells, Optional<RejectionReason> fault) {
        this(line, cells, fault, Map.of(), Map.of());
    }

    /** The row with other cells in the places of its own. */
    public TableRow with(List<String> others) {
        return new TableRow(line, others, fault, unclear, counted);
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

    /** How many columns at the end have no name, as commas at the end of a header's line make them. */
    public int unnamedAtTheEnd() {
        int named = cells.size();
        while (named > 0 && cells.get(named - 1).isBlank()) {
            named--;
        }
        return cells.size() - named;
    }

    /** The row without its last cells where they are blank; something in them stays, and makes the row too long. */
    public TableRow withoutBlankEnd(int last) {
        int kept = cells.size() - last;
        if (last == 0 || kept < 0 || fault.isPresent() || unnamedAtTheEnd() < last) {
            return this;
        }
        return with(cells.subList(0, kept));
    }

    /** The row without the spaces at the ends of its cells that do not look like any: of fixed width, or of none. */
    TableRow withoutOddSpaces() {
        return cells.stream().anyMatch(TableRow::oddEnd)
                ? with(cells.stream().map(TableRow::plainEnds).toList())
                : this;
    }

    private static boolean oddEnd(String cell) {
        return !cell.isEmpty()
                && (ODD_SPACES.indexOf(cell.charAt(0)) >= 0 || ODD_SPACES.indexOf(cell.charAt(cell.length() - 1)) >= 0);
    }

    private static String plainEnds(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && ODD_SPACES.indexOf(cell.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ODD_SPACES.indexOf(cell.charAt(end - 1)) >= 0) {
            end--;
        }
        return cell.substring(start, end);
    }

    /** Whether there is nothing in it. */
    boolean blank() {
        return fault.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
