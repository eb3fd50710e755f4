package careledger.answers.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs statements over one connection; values are always bound. */
public final class Sql {
    /** DuckDB has finished when rows are read, and so cannot be cancelled any more. */
    private static final int ROWS_BETWEEN_LOOKS = 256;

    private final Connection connection;

    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes a row's value of its cells, read from left to right. */
    public interface RowReader<T> {
        T read(ResultRow cells) throws SQLException;
    }

    public <T> List<T> rows(String text, List<?> values, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(new ResultRow(result)));
                    if (rows.size() % ROWS_BETWEEN_LOOKS == 0 && connection.isClosed()) {
                        throw new SQLException("The answer has been given up.");
                    }
                }
                return rows;
            }
        }
    }

    private void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof String[] texts) {
            statement.setArray(place, connection.createArrayOf("VARCHAR", texts));
        } else {
            statement.setObject(place, value);
        }
    }

    /** For a statement that always answers with one row. */
    public <T> T row(String text, List<?> values, RowReader<T> reader) throws SQLException {
        return rows(text, values, reader).get(0);
    }
}
