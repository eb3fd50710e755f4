package careledger.answers.export;

import careledger.release.servingfile.ServingFile;
import careledger.release.sql.Jdbc;
import careledger.release.store.DuckPath;
import careledger.release.store.ParquetTables;
import careledger.release.store.Release;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The statements that write a release's files for taking away. */
final class DownloadSql {
    /** Of the file format: what drivers of these years can read, too. */
    private static final String OLDEST_READER = "v1.0.0";

    /** Of what is refused, of what could identify a child, and of how the file was made. */
    private static final List<String> LEFT_OUT =
            List.of(StarSchema.FACT_REJECTION.name(), ServingFile.WITHHELD, "serving_file");

    /** What the serving table says a second time, to be read faster. */
    private static final String REPEATED = "facts";

    private DownloadSql() {}

    static void table(Release release, Table table, Path file) throws SQLException {
        try (Connection connection = ParquetTables.inMemory()) {
            frugal(connection, file);
            ParquetTables.createView(connection, release.dir(), table, "");
            Jdbc.execute(
                    connection,
                    "COPY (FROM " + table.name() + " ORDER BY " + String.join(", ", table.key()) + ") TO "
                            + Jdbc.literal(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    static void database(Release release, Path served, Path file) throws SQLException {
        try (Connection connection = ParquetTables.inMemory()) {
            frugal(connection, file);
            DuckPath.open(served, name -> {
                Jdbc.execute(connection, "ATTACH " + Jdbc.literal(name.toString()) + " AS served (READ_ONLY)");
                return name;
            });
            Jdbc.execute(
                    connection,
                    "ATTACH " + Jdbc.literal(file.toString()) + " AS made (STORAGE_VERSION '" + OLDEST_READER + "')");
            List<String> tables = Jdbc.list(
                    connection,
                    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'served' ORDER BY table_name",
                    row -> row.getString(1));
            for (String table : tables) {
                if (!LEFT_OUT.contains(table)) {
                    Jdbc.execute(
                            connection,
                            "CREATE TABLE made." + table + " AS SELECT COLUMNS(lambda c: c <> '" + REPEATED
                                    + "') FROM served." + table);
                }
            }
            Table facts = StarSchema.FACT_OBSERVATION; // which the serving file has as observation only
            ParquetTables.createView(connection, release.dir(), facts, "");
            Jdbc.execute(
                    connection,
                    "CREATE TABLE made." + facts.name() + " AS FROM " + facts.name() + " ORDER BY "
                            + String.join(", ", facts.key()));
            Jdbc.execute(connection, "DETACH made");
        }
    }

    /** Beside a service that answers: one thread, little memory, the rest on disk. */
    private static void frugal(Connection connection, Path file) throws SQLException {
        Jdbc.execute(connection, "SET threads = 1");
        Jdbc.execute(connection, "SET memory_limit = '256MB'");
        Jdbc.execute(connection, "SET temp_directory = " + Jdbc.literal(file + ".tmp"));
    }
}
