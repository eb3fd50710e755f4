package careledger.answers.serving;

import careledger.release.servingfile.ServingTable;
import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.release.store.ParquetTables;
import careledger.release.store.Release;
import careledger.release.store.ScratchDatabase;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Some claims of a release that need not be the served one, as the table {@code observation} that a serving file has.
 * Their whole series are read with them, since a break shows beside the point before; nothing is written.
 */
public final class ReleaseExcerpt {
    private static final String WHOLE = "whole_";

    private ReleaseExcerpt() {}

    /** What is asked of the excerpt. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @param connection to the excerpt, for this answer only */
        T of(Connection connection) throws SQLException;
    }

    /** @param claims ids; those that the release does not hold are left out */
    public static <T> T read(Release release, Collection<String> claims, ScratchDatabase scratch, Reading<T> reading)
            throws SQLException {
        try (Connection connection = scratch.open()) {
            for (Table table : StarSchema.TABLES) {
                boolean facts = table.equals(StarSchema.FACT_OBSERVATION);
                ParquetTables.createView(connection, release.dir(), table, facts ? WHOLE : ServingTable.PREFIX);
            }
            Jdbc.execute(connection, SqlResource.of(ReleaseExcerpt.class, "wanted_claim"));
            try (PreparedStatement wanted = connection.prepareStatement("INSERT INTO wanted_claim SELECT unnest(?)")) {
                wanted.setArray(1, connection.createArrayOf("VARCHAR", claims.toArray(String[]::new)));
                wanted.execute();
            }
            Jdbc.execute(connection, SqlResource.of(ReleaseExcerpt.class, "wanted_series"));
            ServingTable.make(connection);
            return reading.of(connection);
        }
    }
}
