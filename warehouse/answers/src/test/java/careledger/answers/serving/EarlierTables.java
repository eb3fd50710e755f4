package careledger.answers.serving;

import careledger.release.sql.Jdbc;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** The tables of an earlier release, written again with other facts. */
final class EarlierTables {
    private EarlierTables() {}

    /** @param facts a statement over the view {@code earlier}, the facts of the earlier release */
    static void copyWith(Path from, Path to, String facts) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Table table : StarSchema.TABLES) {
                Path folder = Files.createDirectories(to.resolve(table.name()));
                if (table.equals(StarSchema.FACT_OBSERVATION)) {
                    Jdbc.execute(
                            connection,
                            "CREATE VIEW earlier AS FROM read_parquet('" + from.resolve(table.name())
                                    + "/**/*.parquet', hive_types = {'reporting_year': INTEGER})");
                    Jdbc.execute(
                            connection,
                            "COPY (" + facts + ") TO '" + folder
                                    + "' (FORMAT parquet, PARTITION_BY (reporting_year), OVERWRITE_OR_IGNORE)");
                } else {
                    Files.copy(from.resolve(table.name() + "/part-0.parquet"), folder.resolve("part-0.parquet"));
                }
            }
        }
    }
}
