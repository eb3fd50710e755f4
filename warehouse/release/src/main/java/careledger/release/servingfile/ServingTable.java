package careledger.release.servingfile;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The table {@code observation}, made of a release's tables, whose names have a prefix. */
public final class ServingTable {
    public static final String PREFIX = "parquet_";

    /** In the order in which they run; the last makes the table. */
    private static final List<String> STEPS = List.of("wilson", "byar", "series_break", "observation");

    private ServingTable() {}

    public static void make(Connection connection) throws SQLException {
        for (String step : STEPS) {
            Jdbc.execute(connection, SqlResource.of(ServingTable.class, step));
        }
    }

    /** The statements that make it, one after the other. */
    static String recipe() {
        return STEPS.stream()
                .map(step -> SqlResource.of(ServingTable.class, step))
                .collect(Collectors.joining());
    }
}
