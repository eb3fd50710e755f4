package careledger.answers.serving;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.duckdb.DuckDBConnection;

/**
 * Connections to one open release, kept for the next question. One that has failed or was told to cancel is closed
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
