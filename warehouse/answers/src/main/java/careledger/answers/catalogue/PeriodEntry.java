package careledger.answers.catalogue;

import careledger.answers.query.ResultRow;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import java.sql.SQLException;
import java.time.LocalDate;

/** A period that a figure of the release is about. */
public record PeriodEntry(String id, PeriodKind kind, String label, LocalDate start, LocalDate end, int reportingYear) {
    static PeriodEntry read(ResultRow row) throws SQLException {
        return new PeriodEntry(
                row.text(), row.constant(PeriodKind.class), row.text(), row.day(), row.day(), row.whole());
    }

    public static PeriodEntry of(TimePeriod period) {
        return new PeriodEntry(
                period.id(), period.kind(), period.label(), period.start(), period.end(), period.reportingYear());
    }
}
