package careledger.warehouse.release;

import careledger.schema.star.StarSchema;
import careledger.warehouse.sql.Rows;
import careledger.warehouse.sql.SqlText;
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
    public static ReleaseDiff between(Path before, Path after, String afterClaim, int first, Scratch scratch)
            throws SQLException {
        try (Connection connection = scratch.open()) {
            ParquetTables.createView(connection, before, StarSchema.FACT_OBSERVATION, "before_");
            ParquetTables.createView(connection, after, StarSchema.FACT_OBSERVATION, "after_");
            Rows.execute(connection, SqlText.of(ReleaseDiff.class, "claim_change"));
            List<ClaimChange> page = Rows.list(
                    connection,
                    SqlText.of(ReleaseDiff.class, "claim_change_page"),
                    ClaimChange::read,
                    afterClaim,
                    first);
            return Rows.one(
                    connection,
                    SqlText.of(ReleaseDiff.class, "claim_change_counts"),
                    row -> new ReleaseDiff(row.getLong("added"), row.getLong("removed"), row.getLong("changed"), page));
        }
    }
}
