package careledger.answers.rejection;

import careledger.answers.query.Sql;
import careledger.release.run.RecordedRejection;
import careledger.release.sql.SqlResource;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was refused when the release was made. */
public final class RejectionQuery {
    private RejectionQuery() {}

    public static List<RecordedRejection> answer(Sql sql) throws SQLException {
        return sql.rows(
                SqlResource.of(RejectionQuery.class, "rejections"),
                List.of(),
                row -> new RecordedRejection(
                        row.text(),
                        row.whole(),
                        Optional.ofNullable(row.textOrNull()),
                        Optional.ofNullable(row.textOrNull()),
                        row.text(),
                        row.text(),
                        row.text()));
    }
}
