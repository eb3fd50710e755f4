package careledger.warehouse.guard;

import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import careledger.warehouse.release.ParquetTables;
import careledger.warehouse.sql.Rows;
import careledger.warehouse.sql.SqlText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What two releases show, side by side in a DuckDB: served_shown and staged_shown, beside the views they are made of. */
final class ShownFigures {
    private static final List<Table> TABLES = List.of(
            StarSchema.FACT_OBSERVATION, StarSchema.FACT_REJECTION, StarSchema.DIM_PERIOD, StarSchema.DIM_INDICATOR);

    private ShownFigures() {}

    static Connection of(Path served, Path staged) throws SQLException {
        Connection connection = ParquetTables.inMemory();
        try {
            for (Table table : TABLES) {
                ParquetTables.createView(connection, served, table, "served_");
                ParquetTables.createView(connection, staged, table, "staged_");
            }
            Rows.execute(connection, shown("served"));
            Rows.execute(connection, shown("staged"));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String shown(String release) {
        return SqlText.of(Guards.class, "shown").replace("release_", release + "_");
    }
}
