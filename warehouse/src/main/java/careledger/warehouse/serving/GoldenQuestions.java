package careledger.warehouse.serving;

import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import careledger.warehouse.release.Manifest;
import careledger.warehouse.sql.Rows;
import careledger.warehouse.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions whose answers are known beforehand, asked of a serving file before anybody else may ask. */
final class GoldenQuestions {
    private GoldenQuestions() {}

    /** @return what was answered otherwise, in words */
    static List<String> ask(Connection connection, Manifest manifest) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (Table table : StarSchema.TABLES) {
            countRows(connection, table, manifest, problems);
        }
        problems.addAll(words(connection, "golden_claims_by_extract"));
        problems.addAll(words(connection, "golden_newest_headline"));
        return problems;
    }

    private static void countRows(Connection connection, Table table, Manifest manifest, List<String> problems)
            throws SQLException {
        String served = table.equals(StarSchema.FACT_OBSERVATION) ? "observation" : table.name();
        long found = Rows.one(connection, "SELECT count(*) FROM " + served, row -> row.getLong(1));
        if (found != manifest.rows(table)) {
            problems.add(served + " holds " + found + " rows; the manifest says " + manifest.rows(table) + ".");
        }
    }

    private static List<String> words(Connection connection, String question) throws SQLException {
        return Rows.list(connection, SqlText.of(GoldenQuestions.class, question), row -> row.getString(1));
    }
}
