package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import java.util.List;
import java.util.Optional;

/** What a layout makes of a file: first its header, then every row twice, then the end. */
interface Layout {
    /** Why a file with this header cannot be read, if so. */
    Optional<RejectionReason> header(TableRow header);

    /** Whether the mapping counts on columns without a name at the end; else they are no columns where they are blank. */
    default boolean endsUnnamed() {
        return false;
    }

    /** Examines a row before any figure is handed over, to find duplicates. */
    default void survey(TableRow row) {}

    /** Takes what is printed above and below the table, which the mapping leaves out. */
    default void aside(List<String> words) {}

    /** Takes a row and hands its outcomes over. */
    void row(TableRow row);

    /** After the last row. */
    default void finish() {}
}
