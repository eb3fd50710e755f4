package careledger.answers.about;

import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * How much a release holds.
 *
 * @param observations all claims, shown or not
 * @param indicators indicators that have claims
 * @param sources sources that have claims
 * @param firstPeriodEnd earliest last day of a period
 * @param lastPeriodEnd latest last day of a period
 */
public record ReleaseCounts(
        int observations, int indicators, int sources, LocalDate firstPeriodEnd, LocalDate lastPeriodEnd) {
    public static ReleaseCounts of(Sql sql) throws SQLException {
        return sql.row(
                SqlResource.of(ReleaseCounts.class, "counts"),
                List.of(),
                row -> new ReleaseCounts(row.whole(), row.whole(), row.whole(), row.day(), row.day()));
    }
}
