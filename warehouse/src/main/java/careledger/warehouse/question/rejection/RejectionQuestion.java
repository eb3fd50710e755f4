package careledger.warehouse.question.rejection;

import careledger.warehouse.question.Sql;
import careledger.warehouse.run.RecordedRejection;
import careledger.warehouse.sql.SqlText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was refused when the release was made. */
public final class RejectionQuestion {
    private RejectionQuestion() {}

    public static List<RecordedRejection> answer(Sql sql) throws SQLException {
        return sql.rows(
                SqlText.of(RejectionQuestion.class, "rejections"),
                List.of(),
                row -> new RecordedRejection(
                        row.text(),
                        row.whole(),
                        Optional.ofNullable(row.maybeText()),
                        Optional.ofNullable(row.maybeText()),
                        row.text(),
                        row.text(),
                        row.text()));
    }
}
