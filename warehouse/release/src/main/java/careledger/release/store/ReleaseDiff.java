package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.schema.star.StarSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What changed between two releases, claim by claim, in what the sources state.
 *
 * @param added claims that only the later holds, all of them and not only those in {@code rows}
 * @param rows one page of them, by claim id
 */
public record ReleaseDiff(long added, long removed, long changed, List<ClaimChange> rows) {
    public ReleaseDiff {
        rows = List.copyOf(rows);
    }

    /** The changes whose claim id comes after the one given; the empty text is before all. */
    static ReleaseDiff between(Path before, Path after, String afterClaim, int first) {
        try {
            return between(before, after, afterClaim, first, ParquetTables::inMemory);
        } catch (SQLException e) {
            throw new UnreadableReleaseException(before + " and " + after + " cannot be compared.", e);
        }
    }

    /** The same, where a caller may give it up. */
    public static ReleaseDiff between(Path before, Path after, String afterClaim, int first, ScratchDatabase scratch)
            throws SQLException {
        try (Connection connection = scratch.open()) {
            ParquetTables.createView(connection, before, StarSchema.FACT_OBSERVATION, "before_");
            ParquetTables.createView(connection, after, StarSchema.FACT_OBSERVATION, "after_");
            Jdbc.execute(connection, SqlResource.of(ReleaseDiff.class, "claim_change"));
            List<ClaimChange> page = Jdbc.list(
                    connection,
                    SqlResource.of(ReleaseDiff.class, "claim_change_page"),
                    ClaimChange::read,
                    afterClaim,
                    first);
            return Jdbc.one(
                    connection,
                    SqlResource.of(ReleaseDiff.class, "claim_change_counts"),
                    row -> new ReleaseDiff(row.getLong("added"), row.getLong("removed"), row.getLong("changed"), page));
        }
    }
}
