package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.schema.star.StarSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Conflicts that one of two releases holds and the other does not, in words.
 *
 * @param opened of the later only
 * @param closed of the earlier only
 */
public record ConflictChanges(List<String> opened, List<String> closed) {
    public ConflictChanges {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    /** Of two folders of releases. */
    public static ConflictChanges between(Path before, Path after) {
        try (Connection connection = ParquetTables.inMemory()) {
            ParquetTables.createView(connection, before, StarSchema.FACT_OBSERVATION, "before_");
            ParquetTables.createView(connection, after, StarSchema.FACT_OBSERVATION, "after_");
            return new ConflictChanges(
                    onlyIn(connection, "after_", "before_"), onlyIn(connection, "before_", "after_"));
        } catch (SQLException e) {
            throw new UnreadableReleaseException(before + " and " + after + " cannot be compared.", e);
        }
    }

    private static List<String> onlyIn(Connection connection, String holding, String lacking) throws SQLException {
        String sql = SqlResource.of(ConflictChanges.class, "conflict_only_in")
                .replace("holding_", holding)
                .replace("lacking_", lacking);
        return Jdbc.list(connection, sql, row -> row.getString("conflict"));
    }
}
