package careledger.release.guard;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.release.store.ParquetTables;
import careledger.release.store.UnreadableReleaseException;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the served and the staged release show, side by side in a DuckDB of their own: served_shown and staged_shown, beside
 * the views they are made of.
 */
public final class ShownFigures implements AutoCloseable {
    /** The tables of a release that the guards read. */
    public static final List<Table> TABLES = List.of(
            StarSchema.FACT_OBSERVATION,
            StarSchema.FACT_REJECTION,
            StarSchema.DIM_PERIOD,
            StarSchema.DIM_INDICATOR,
            StarSchema.DIM_SOURCE);

    private final Connection connection;
    private final String names;

    private ShownFigures(Connection connection, String names) {
        this.connection = connection;
        this.names = names;
    }

    /**
     * @param served folder of the release that is served
     * @param staged folder of the one that is to take its place
     */
    public static ShownFigures of(Path served, Path staged) {
        String names = served + " and " + staged;
        try {
            return new ShownFigures(opened(served, staged), names);
        } catch (SQLException e) {
            throw unreadable(names, e);
        }
    }

    /** What is asked of both. */
    interface Asking<T> {
        T of(Connection connection) throws SQLException;
    }

    <T> T query(Asking<T> asking) {
        try {
            return asking.of(connection);
        } catch (SQLException e) {
            throw unreadable(names, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(names, e);
        }
    }

    private static UnreadableReleaseException unreadable(String names, SQLException e) {
        return new UnreadableReleaseException(names + " cannot be compared.", e);
    }

    private static Connection opened(Path served, Path staged) throws SQLException {
        Connection connection = ParquetTables.inMemory();
        try {
            for (Table table : TABLES) {
                ParquetTables.createView(connection, served, table, "served_");
                ParquetTables.createView(connection, staged, table, "staged_");
            }
            Jdbc.execute(connection, shown("served"));
            Jdbc.execute(connection, shown("staged"));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String shown(String release) {
        return SqlResource.of(Guards.class, "shown").replace("release_", release + "_");
    }
}
