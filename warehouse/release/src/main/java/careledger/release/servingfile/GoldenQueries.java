package careledger.release.servingfile;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.release.store.Manifest;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions whose answers are known beforehand, asked of a serving file before anybody else may ask. */
public final class GoldenQueries {
    private GoldenQueries() {}

    /** @return what was answered otherwise, in words */
    public static List<String> query(Connection connection, Manifest manifest) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (Table table : StarSchema.TABLES) {
            countRows(connection, table, manifest, problems);
        }
        problems.addAll(describe(connection, "golden_claims_by_extract"));
        problems.addAll(describe(connection, "golden_newest_headline"));
        return problems;
    }

    private static void countRows(Connection connection, Table table, Manifest manifest, List<String> problems)
            throws SQLException {
        String served = table.equals(StarSchema.FACT_OBSERVATION) ? "observation" : table.name();
        long found = Jdbc.one(connection, "SELECT count(*) FROM " + served, row -> row.getLong(1));
        if (found != manifest.rows(table)) {
            problems.add(served + " holds " + found + " rows; the manifest says " + manifest.rows(table) + ".");
        }
    }

    private static List<String> describe(Connection connection, String question) throws SQLException {
        return Jdbc.list(connection, SqlResource.of(GoldenQueries.class, question), row -> row.getString(1));
    }
}
