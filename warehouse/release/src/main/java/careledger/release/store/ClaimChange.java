package careledger.release.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One claim that two releases state differently.
 *
 * @param before empty exactly when it was added
 * @param after empty exactly when it was removed
 * @param columns of fact_observation that differ; every one that is filled where it was added or removed
 */
public record ClaimChange(
        String claimId,
        ChangeKind kind,
        Optional<StatedFigure> before,
        Optional<StatedFigure> after,
        List<String> columns) {
    public ClaimChange {
        columns = List.copyOf(columns);
    }

    static ClaimChange read(ResultSet row) throws SQLException {
        Object[] columns = (Object[]) row.getArray("columns").getArray();
        return new ClaimChange(
                row.getString("claim_id"),
                ChangeKind.valueOf(row.getString("kind")),
                StatedFigure.read(row, "before_"),
                StatedFigure.read(row, "after_"),
                Arrays.stream(columns).map(String::valueOf).toList());
    }
}
