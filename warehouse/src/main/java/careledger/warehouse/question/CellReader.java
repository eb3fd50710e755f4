package careledger.warehouse.question;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads cells, each once, from left to right. */
abstract class CellReader {
    public abstract @Nullable String maybeText() throws SQLException;

    public abstract @Nullable Integer maybeWhole() throws SQLException;

    public abstract @Nullable Double maybeNumber() throws SQLException;

    /** What the cell read last is called in messages. */
    abstract String cell() throws SQLException;

    public String text() throws SQLException {
        return present(maybeText());
    }

    public <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    public <E extends Enum<E>> @Nullable E maybeConstant(Class<E> type) throws SQLException {
        String name = maybeText();
        return name == null ? null : Enum.valueOf(type, name);
    }

    final <T> T present(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new IllegalStateException("no value in " + cell() + ", which always has one");
        }
        return value;
    }
}
