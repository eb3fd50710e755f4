package careledger.answers.serving;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * Connections to one open release, kept for the next question. One that has failed or was cancelled is closed
 * instead: what is left of a cancel may hit whatever it is asked next.
 */
final class Connections implements AutoCloseable {
    private final DuckDBConnection first;
    private final int most;
    private final Deque<KeptStatements> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param most connections kept */
    Connections(DuckDBConnection first, int most) {
        this.first = first;
        this.most = most;
    }

    /** What is asked over one connection. */
    interface Use<T> {
        T of(KeptStatements statements) throws SQLException;
    }

    /** The deadline ends before its connection serves anybody else. */
    <T> T use(Deadline deadline, Use<T> use) throws SQLException {
        KeptStatements connection = take();
        boolean answered = false;
        try {
            T answer = use.of(connection);
            answered = true;
            return answer;
        } finally {
            deadline.close();
            if (!answered || deadline.cancelled() || !kept(connection)) {
                connection.close();
            }
        }
    }

    /** Why nothing can be asked any more, as after an error that ended the whole database; empty where it can. */
    Optional<String> lost() {
        try (Connection probe = first.duplicate();
                Statement statement = probe.createStatement()) {
            statement.execute("SELECT count(*) FROM observation");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("The serving file cannot be read any more: " + e.getMessage());
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        for (KeptStatements connection : idle) {
            connection.close();
        }
        idle.clear();
        first.close();
    }

    private KeptStatements take() throws SQLException {
        KeptStatements waiting;
        synchronized (this) {
            waiting = idle.poll();
        }
        return waiting == null ? new KeptStatements(first.duplicate()) : waiting;
    }

    private synchronized boolean kept(KeptStatements connection) throws SQLException {
        if (closed || idle.size() >= most || connection.closed()) {
            return false;
        }
        idle.push(connection);
        return true;
    }
}
