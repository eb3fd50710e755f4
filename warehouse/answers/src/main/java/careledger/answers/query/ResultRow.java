package careledger.answers.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one row of a result. */
public final class ResultRow extends CellReader {
    private final ResultSet row;
    private int column;

    ResultRow(ResultSet row) {
        this.row = row;
    }

    @Override
    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    public List<String> texts() throws SQLException {
        List<String> texts = new ArrayList<>();
        Array array = row.getArray(++column);
        if (array != null && array.getArray() instanceof Object[] values) {
            for (Object value : values) {
                texts.add(String.valueOf(value));
            }
        }
        return texts;
    }

    public int whole() throws SQLException {
        return row.getInt(++column);
    }

    @Override
    public @Nullable Integer intOrNull() throws SQLException {
        int whole = row.getInt(++column);
        return row.wasNull() ? null : whole;
    }

    @Override
    public @Nullable Double numberOrNull() throws SQLException {
        double number = row.getDouble(++column);
        return row.wasNull() ? null : number;
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(++column);
    }

    public LocalDate day() throws SQLException {
        return present(dateOrNull());
    }

    public @Nullable LocalDate dateOrNull() throws SQLException {
        return (LocalDate) row.getObject(++column);
    }

    public JsonRow packed() throws SQLException {
        return new JsonRow(text());
    }

    @Override
    String cell() throws SQLException {
        return "column " + row.getMetaData().getColumnName(column);
    }
}
