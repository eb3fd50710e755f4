package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What can be wrong with a row as a whole. */
final class RowChecks {
    private RowChecks() {}

    /** The cells of a workbook that cannot be read, of those that say what the row is about. */
    static List<RejectionReason> unclear(TableRow row, List<String> columns, IntPredicate wanted) {
        return row.unclear().keySet().stream()
                .sorted()
                .filter(at -> at < columns.size() && wanted.test(at))
                .flatMap(at -> row.unclear(at, columns.get(at)).stream())
                .toList();
    }

    /** Why a row cannot be taken apart, if so. */
    static Optional<RejectionReason> fault(TableRow row, int columns) {
        if (row.fault().isPresent()) {
            return row.fault();
        }
        int found = row.cells().size();
        return found == columns
                ? Optional.empty()
                : Optional.of(new RejectionReason(
                        Optional.empty(),
                        Optional.of(String.join(",", row.cells())),
                        Rule.ROW_RAGGED,
                        "Found " + found + " fields, expected " + columns + "."));
    }

    /** Why a row conflicts with another row of the same key, if it does. */
    static Optional<RejectionReason> doubled(DuplicateKeys doubles, String key, String what, int line) {
        int earlier = doubles.earlierLine(key, line);
        if (doubles.contradicted(key)) {
            return Optional.of(new RejectionReason(
                    Optional.empty(),
                    Optional.of(key),
                    Rule.CLAIM_DOUBLE,
                    what + " '" + key + "' occurs in this file more than once with different content; neither is"
                            + " taken."));
        }
        return earlier == 0
                ? Optional.empty()
                : Optional.of(new RejectionReason(
                        Optional.empty(),
                        Optional.of(key),
                        Rule.CLAIM_DOUBLE,
                        what + " '" + key + "' is already on line " + earlier + "."));
    }
}
