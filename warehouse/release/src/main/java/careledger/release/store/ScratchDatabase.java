package careledger.release.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Where releases are compared: opens an empty DuckDB in memory, which the caller closes. */
@FunctionalInterface
public interface ScratchDatabase {
    Connection open() throws SQLException;
}
