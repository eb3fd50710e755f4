package careledger.warehouse.question;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one row of a result. */
public final class Cells extends CellReader {
    private final ResultSet row;
    private int column;

    Cells(ResultSet row) {
        this.row = row;
    }

    @Override
    public @Nullable String maybeText() throws SQLException {
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
    public @Nullable Integer maybeWhole() throws SQLException {
        int whole = row.getInt(++column);
        return row.wasNull() ? null : whole;
    }

    @Override
    public @Nullable Double maybeNumber() throws SQLException {
        double number = row.getDouble(++column);
        return row.wasNull() ? null : number;
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(++column);
    }

    public LocalDate day() throws SQLException {
        return present(maybeDay());
    }

    public @Nullable LocalDate maybeDay() throws SQLException {
        return (LocalDate) row.getObject(++column);
    }

    public PackedCells packed() throws SQLException {
        return new PackedCells(text());
    }

    @Override
    String cell() throws SQLException {
        return "column " + row.getMetaData().getColumnName(column);
    }
}
