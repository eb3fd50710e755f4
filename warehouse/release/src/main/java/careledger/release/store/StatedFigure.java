package careledger.release.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What a claim says in one release. The value is empty exactly when the status is not NORMAL. */
public record StatedFigure(
        String indicator,
        String definition,
        String area,
        String period,
        String breakdown,
        String valueKind,
        String status,
        Optional<BigDecimal> value) {
    /** Reads the columns that begin with the prefix; empty where the release does not hold the claim. */
    static Optional<StatedFigure> read(ResultSet row, String prefix) throws SQLException {
        if (row.getString(prefix + "indicator_id") == null) {
            return Optional.empty();
        }
        return Optional.of(new StatedFigure(
                row.getString(prefix + "indicator_id"),
                row.getString(prefix + "definition_id"),
                row.getString(prefix + "area_id"),
                row.getString(prefix + "period_id"),
                row.getString(prefix + "breakdown_id"),
                row.getString(prefix + "value_kind"),
                row.getString(prefix + "status"),
                Optional.ofNullable(row.getBigDecimal(prefix + "value")).map(BigDecimal::stripTrailingZeros)));
    }
}
