package careledger.answers.observation;

import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import java.sql.SQLException;
import java.util.List;

/**
 * Which claims have an id whose SHA-256 begins like this?
 *
 * @param start first characters of the hash, in lower-case hexadecimal
 */
public record ShortClaimQuestion(String start) {
    /** The ids, as a rule one. */
    public List<String> answer(Sql sql) throws SQLException {
        return sql.rows(
                SqlResource.of(ShortClaimQuestion.class, "short_claim"),
                List.of(start.length(), start),
                row -> row.text());
    }
}
