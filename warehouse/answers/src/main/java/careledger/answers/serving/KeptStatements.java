package careledger.answers.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A connection with the statements it was asked for last, still prepared: planning a statement over the wide table takes
 * as long as answering it. For one question at a time.
 */
final class KeptStatements implements AutoCloseable {
    static final int MOST = 48;

    private final Connection connection;
    private final Map<String, PreparedStatement> waiting = new LinkedHashMap<>();

    KeptStatements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** The caller's alone until it is given back. */
    PreparedStatement take(String text) throws SQLException {
        PreparedStatement kept = waiting.remove(text);
        return kept == null ? connection.prepareStatement(text) : kept;
    }

    /** A statement that has failed is closed, and not kept. */
    void giveBack(String text, PreparedStatement statement) throws SQLException {
        if (statement.isClosed()) {
            return;
        }
        statement.clearParameters();
        PreparedStatement twin = waiting.put(text, statement);
        if (twin != null) {
            twin.close();
        }
        if (waiting.size() > MOST) {
            Iterator<PreparedStatement> longestUnused = waiting.values().iterator();
            longestUnused.next().close();
            longestUnused.remove();
        }
    }

    boolean closed() throws SQLException {
        return connection.isClosed();
    }

    /** Closes the statements too. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
