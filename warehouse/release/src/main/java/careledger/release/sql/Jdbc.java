package careledger.release.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs one statement at a time and closes it, because DuckDB closes a statement that has failed. */
public final class Jdbc {
    /** One row as a value. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Jdbc() {}

    public static <T> List<T> list(Connection connection, String sql, Reading<T> reading, Object... bound)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bound.length; i++) {
                statement.setObject(i + 1, bound[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(reading.of(rows));
                }
                return values;
            }
        }
    }

    /** The only row of an answer that has one. */
    public static <T> T one(Connection connection, String sql, Reading<T> reading, Object... bound)
            throws SQLException {
        List<T> rows = list(connection, sql, reading, bound);
        if (rows.size() != 1) {
            throw new SQLException("Expected one row, found " + rows.size() + ": " + sql);
        }
        return rows.get(0);
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The text as an SQL literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
