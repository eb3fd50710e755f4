package careledger.answers.serving;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to ask of one release. */
@FunctionalInterface
public interface ReleaseQuery<T> {
    /**
     * @param connection to the release's serving file, read-only, for this answer only; it serves others afterwards, so
     *     nothing may be left on it (temporary tables, settings). Its statements are cancelled when the deadline has
     *     passed. A failed statement is closed: prepare another. Prepared ones stay prepared for the next query with the same text.
     */
    T answer(ServedRelease release, Connection connection) throws SQLException;
}
