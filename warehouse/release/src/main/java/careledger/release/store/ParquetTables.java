package careledger.release.store;

import careledger.release.file.Failures;
import careledger.release.sql.Jdbc;
import careledger.schema.star.Column;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Parquet of a release's folder as DuckDB sees it. */
public final class ParquetTables {
    private ParquetTables() {}

    /** A DuckDB of one's own, in memory. */
    public static Connection inMemory() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    /** One view a table, named as the table after the prefix, of what may be seen. */
    public static void createViews(Connection connection, Path release, String prefix) throws SQLException {
        for (Table table : StarSchema.TABLES) {
            createView(connection, release, table, prefix);
        }
    }

    /** One view a table, of what its files hold: for checks only. */
    static void createWholeViews(Connection connection, Path release) throws SQLException {
        for (Table table : StarSchema.TABLES) {
            Jdbc.execute(connection, "CREATE VIEW " + table.name() + " AS " + whole(connection, release, table));
        }
    }

    /**
     * The view of one table, named as the table after the prefix. Everything that leaves a release for a reader is read from
     * such views: what could identify a child is left out here, and columns that the release was made without are null.
     */
    public static void createView(Connection connection, Path release, Table table, String prefix) throws SQLException {
        String rows = whole(connection, release, table);
        String seen =
                table.equals(StarSchema.FACT_OBSERVATION) ? WithheldClaims.select(connection, release, rows) : rows;
        Jdbc.execute(connection, "CREATE VIEW " + prefix + table.name() + " AS " + seen);
    }

    private static String whole(Connection connection, Path release, Table table) throws SQLException {
        String added = lacking(connection, release, table).stream()
                .map(column -> ", NULL::" + DuckTypes.of(column.type()) + " AS " + column.name())
                .collect(Collectors.joining());
        return "SELECT *" + added + " FROM " + scan(release, table);
    }

    /** Columns of later schema versions that the release was made without. */
    static List<Column> lacking(Connection connection, Path release, Table table) throws SQLException {
        List<Column> later = table.columns().stream()
                .filter(column -> column.since() > StarSchema.OLDEST_READABLE)
                .toList();
        if (later.isEmpty()) {
            return List.of();
        }
        Set<String> found = columns(connection, release, table).keySet();
        return later.stream().filter(column -> !found.contains(column.name())).toList();
    }

    /** The columns that a table's files have, with their types. */
    static Map<String, String> columns(Connection connection, Path release, Table table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        Jdbc.list(
                        connection,
                        "DESCRIBE SELECT * FROM " + scan(release, table),
                        row -> Map.entry(row.getString("column_name"), row.getString("column_type")))
                .forEach(column -> columns.put(column.getKey(), column.getValue()));
        return columns;
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
            throw new UncheckedIOException(folder + " cannot be listed: " + Failures.reason(e) + ".", e);
        }
    }

    /** A table expression over all files of a table; the columns that name the folders have their type. */
    static String scan(Path release, Table table) {
        String folder = DuckPath.of(release.resolve(table.name()))
                .toAbsolutePath()
                .toString()
                .replace('\\', '/');
        String glob = Jdbc.literal(folder.replaceAll("[\\[*?]", "[$0]") + "/**/*.parquet");
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
