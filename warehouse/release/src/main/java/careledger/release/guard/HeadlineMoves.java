package careledger.release.guard;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures that two releases both show, with different values.
 *
 * @param total how many there are
 * @param rows the first of them, by indicator, area, breakdown and period
 */
public record HeadlineMoves(long total, List<HeadlineMove> rows) {
    public HeadlineMoves {
        rows = List.copyOf(rows);
    }

    /** @param most rows to list */
    public static HeadlineMoves between(ShownFigures releases, int most) {
        List<HeadlineMove> moves = releases.query(connection ->
                Jdbc.list(connection, SqlResource.of(HeadlineMoves.class, "headlines_moved"), HeadlineMoves::read));
        return new HeadlineMoves(moves.size(), moves.subList(0, Math.min(most, moves.size())));
    }

    private static HeadlineMove read(ResultSet row) throws SQLException {
        return new HeadlineMove(
                row.getString("indicator_id"),
                row.getString("area_id"),
                row.getString("period_id"),
                row.getString("breakdown_id"),
                row.getString("kind"),
                value(row.getBigDecimal("before_value")),
                value(row.getBigDecimal("after_value")));
    }

    private static Optional<BigDecimal> value(@Nullable BigDecimal value) {
        return Optional.ofNullable(value).map(BigDecimal::stripTrailingZeros);
    }
}
