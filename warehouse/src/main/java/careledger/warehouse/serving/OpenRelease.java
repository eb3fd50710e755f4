package careledger.warehouse.serving;

import careledger.warehouse.release.ReleaseHold;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** A serving file that is open. Once retired it closes with its last reader. The {@link Shelf} takes care of threads. */
final class OpenRelease {
    private final ServedRelease release;
    private final DuckDBConnection connection;
    private final ReleaseHold hold;
    private int readers;
    private boolean retired;
    private boolean closed;

    OpenRelease(ServedRelease release, DuckDBConnection connection, ReleaseHold hold) {
        this.release = release;
        this.connection = connection;
        this.hold = hold;
    }

    ServedRelease release() {
        return release;
    }

    /** A connection of one's own to the same instance. */
    Connection connect() throws SQLException {
        return connection.duplicate();
    }

    void borrow() {
        readers++;
    }

    void giveBack() {
        readers--;
        closeWhenDone();
    }

    void retire() {
        retired = true;
        closeWhenDone();
    }

    boolean closed() {
        return closed;
    }

    private void closeWhenDone() {
        if (!retired || readers > 0 || closed) {
            return;
        }
        closed = true;
        try (hold) {
            connection.close();
        } catch (SQLException e) {
            throw new FailedQuestionException(release.id(), e);
        }
    }
}
