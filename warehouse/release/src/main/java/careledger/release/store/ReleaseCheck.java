package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks a release over before it is published: shape, keys, references, codes, sums, headlines, golden questions. */
public final class ReleaseCheck {
    private static final int EXAMPLES = 5;
    /** One statement each; every row that it answers with is a problem in words. */
    private static final List<String> RULES = List.of(
            "check_values",
            "check_copies",
            "check_extract_sums",
            "check_claims_by_extract",
            "check_claims_by_source",
            "check_headline_dates",
            "check_headline_overlap",
            "check_newest_headline");

    private ReleaseCheck() {}

    /** What is wrong with the Parquet in the folder, in words; nothing when it may be published. */
    public static List<String> problems(Path release) {
        try (Connection connection = ParquetTables.inMemory()) {
            List<String> problems = new ArrayList<>();
            for (Table table : StarSchema.TABLES) {
                problems.addAll(TableColumnCheck.problems(connection, release, table));
            }
            if (problems.isEmpty()) {
                ParquetTables.createWholeViews(connection, release);
                askAll(connection, problems);
            }
            return problems;
        } catch (SQLException e) {
            throw new UnreadableReleaseException("The Parquet in " + release + " cannot be checked.", e);
        }
    }

    private static void askAll(Connection connection, List<String> problems) throws SQLException {
        for (Table table : StarSchema.TABLES) {
            problems.addAll(shortened(TableKeyCheck.problems(connection, table)));
        }
        for (ReferenceCheck reference : ReferenceCheck.ALL) {
            problems.addAll(shortened(reference.problems(connection)));
        }
        for (CodeListCheck list : CodeListCheck.ALL) {
            problems.addAll(shortened(list.problems(connection)));
        }
        for (String rule : RULES) {
            String sql = SqlResource.of(ReleaseCheck.class, rule);
            problems.addAll(shortened(Jdbc.list(connection, sql, row -> row.getString(1))));
        }
    }

    private static List<String> shortened(List<String> problems) {
        if (problems.size() <= EXAMPLES) {
            return problems;
        }
        List<String> first = new ArrayList<>(problems.subList(0, EXAMPLES));
        first.add("… and " + (problems.size() - EXAMPLES) + " more of that kind.");
        return first;
    }
}
