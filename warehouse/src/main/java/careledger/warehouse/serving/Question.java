package careledger.warehouse.serving;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to ask of one release. */
@FunctionalInterface
public interface Question<T> {
    /**
     * @param connection to the release's serving file, read-only, for this answer only. Its statements are cancelled
     *     when the deadline has passed. A failed statement is closed: prepare another.
     */
    T answer(ServedRelease release, Connection connection) throws SQLException;
}
