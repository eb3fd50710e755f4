package careledger.warehouse.question;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one row, each read once, from left to right. */
public final class Cells {
    private final ResultSet row;
    private int column;

    Cells(ResultSet row) {
        this.row = row;
    }

    public String text() throws SQLException {
        return present(maybeText());
    }

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

    public @Nullable Integer maybeWhole() throws SQLException {
        int whole = row.getInt(++column);
        return row.wasNull() ? null : whole;
    }

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

    public <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    public <E extends Enum<E>> @Nullable E maybeConstant(Class<E> type) throws SQLException {
        String name = maybeText();
        return name == null ? null : Enum.valueOf(type, name);
    }

    private <T> T present(@Nullable T cell) throws SQLException {
        if (cell == null) {
            throw new IllegalStateException(
                    "no value in column " + row.getMetaData().getColumnName(column) + ", which always has one");
        }
        return cell;
    }
}
