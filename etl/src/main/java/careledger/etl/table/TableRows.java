package careledger.etl.table;

import java.io.IOException;
import java.util.Optional;

/** Rows, one after the other. */
interface TableRows {
    /** The next row; empty after the last. */
    Optional<TableRow> next() throws IOException;
}
