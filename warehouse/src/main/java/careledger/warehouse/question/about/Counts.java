package careledger.warehouse.question.about;

import careledger.warehouse.question.Sql;
import careledger.warehouse.sql.SqlText;
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
public record Counts(int observations, int indicators, int sources, LocalDate firstPeriodEnd, LocalDate lastPeriodEnd) {
    public static Counts of(Sql sql) throws SQLException {
        return sql.row(
                SqlText.of(Counts.class, "counts"),
                List.of(),
                row -> new Counts(row.whole(), row.whole(), row.whole(), row.day(), row.day()));
    }
}
