package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Parquet of a release's folder as DuckDB sees it. */
public final class ParquetTables {
    private ParquetTables() {}

    /** A DuckDB of one's own, in memory. */
    public static Connection inMemory() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    /** One view a table, named as the table after the prefix. */
    public static void createViews(Connection connection, Path release, String prefix) throws SQLException {
        for (Table table : StarSchema.TABLES) {
            createView(connection, release, table, prefix);
        }
    }

    /** The view of one table, named as the table after the prefix. */
    public static void createView(Connection connection, Path release, Table table, String prefix) throws SQLException {
        Jdbc.execute(connection, "CREATE VIEW " + prefix + table.name() + " AS SELECT * FROM " + scan(release, table));
    }

    /** Files of a table below the release's folder, by path. */
    static List<Path> files(Path release, Table table) {
        Path folder = release.resolve(table.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.getFileName().toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed.", e);
        }
    }

    /** A table expression over all files of a table; the columns that name the folders have their type. */
    static String scan(Path release, Table table) {
        String glob = Jdbc.literal(
                release.resolve(table.name()).toAbsolutePath().toString().replace('\\', '/') + "/**/*.parquet");
        if (table.partitionedBy().isEmpty()) {
            return "read_parquet(" + glob + ", hive_partitioning = false)";
        }
        String types = table.columns().stream()
                .filter(column -> table.partitionedBy().contains(column.name()))
                .map(column -> "'" + column.name() + "': " + DuckTypes.of(column.type()))
                .collect(Collectors.joining(", "));
        return "read_parquet(" + glob + ", hive_partitioning = true, hive_types = {" + types + "})";
    }
}
