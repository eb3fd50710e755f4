package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.schema.star.Column;
import careledger.schema.star.ObservationColumn;
import careledger.schema.star.StarSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
            Jdbc.execute(connection, changes(stated(connection, before, after)));
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

    /** What both releases can state: a column that one of them was made without is no change. */
    private static List<String> stated(Connection connection, Path before, Path after) throws SQLException {
        Set<Column> lacking = new HashSet<>(ParquetTables.lacking(connection, before, StarSchema.FACT_OBSERVATION));
        lacking.addAll(ParquetTables.lacking(connection, after, StarSchema.FACT_OBSERVATION));
        return ObservationColumn.statements().stream()
                .map(ObservationColumn::column)
                .filter(column -> !lacking.contains(column))
                .map(Column::name)
                .toList();
    }

    private static String changes(List<String> columns) {
        String differing = columns.stream()
                .map(name ->
                        "CASE WHEN before." + name + " IS DISTINCT FROM after." + name + " THEN '" + name + "' END")
                .collect(Collectors.joining(",\n            "));
        return SqlResource.of(ReleaseDiff.class, "claim_change").replace("${differing}", differing);
    }
}
