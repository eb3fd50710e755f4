package careledger.answers.serving;

import careledger.release.store.ReleaseHold;
import java.sql.SQLException;

/** A serving file that is open. Once retired it closes with its last reader. The {@link OpenReleases} takes care of threads. */
final class OpenRelease {
    private final ServedRelease release;
    private final Connections connections;
    private final ReleaseHold hold;
    private int readers;
    private boolean retired;
    private boolean closed;

    OpenRelease(ServedRelease release, Connections connections, ReleaseHold hold) {
        this.release = release;
        this.connections = connections;
        this.hold = hold;
    }

    ServedRelease release() {
        return release;
    }

    Connections connections() {
        return connections;
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
            connections.close();
        } catch (SQLException e) {
            throw new FailedQueryException(release.id(), e);
        }
    }
}
