package careledger.answers.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads cells, each once, from left to right. */
abstract class CellReader {
    public abstract @Nullable String textOrNull() throws SQLException;

    public abstract @Nullable Integer intOrNull() throws SQLException;

    public abstract @Nullable Double numberOrNull() throws SQLException;

    /** What the cell read last is called in messages. */
    abstract String cell() throws SQLException;

    public String text() throws SQLException {
        return present(textOrNull());
    }

    public <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type) throws SQLException {
        String name = textOrNull();
        return name == null ? null : Enum.valueOf(type, name);
    }

    final <T> T present(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new IllegalStateException("no value in " + cell() + ", which always has one");
        }
        return value;
    }
}
