package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.schema.star.Column;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a table's Parquet with the star schema: there, and of exactly its columns and types. */
final class TableColumnCheck {
    private TableColumnCheck() {}

    static List<String> problems(Connection connection, Path release, Table table) throws SQLException {
        if (ParquetTables.files(release, table).isEmpty()) {
            return List.of(table.name() + " is missing: it has no Parquet files.");
        }
        Map<String, String> found = ParquetTables.columns(connection, release, table);
        Map<String, String> expected = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            expected.put(column.name(), DuckTypes.of(column.type()));
        }
        if (table.equals(StarSchema.DIM_BREAKDOWN)) {
            dimensions(connection, release).forEach(dimension -> expected.put("d_" + dimension, "VARCHAR"));
        }
        return differences(table.name(), expected, found);
    }

    private static List<String> differences(String table, Map<String, String> expected, Map<String, String> found) {
        List<String> problems = new ArrayList<>();
        expected.forEach((column, type) -> {
            String other = found.get(column);
            if (other == null) {
                problems.add(table + " lacks the column " + column + ".");
            } else if (!other.equals(type)) {
                problems.add(table + "." + column + " is " + other + "; it should be " + type + ".");
            }
        });
        found.keySet().stream()
                .filter(column -> !expected.containsKey(column))
                .forEach(column ->
                        problems.add(table + " has the column " + column + ", which the star schema does not know."));
        return problems;
    }

    private static List<String> dimensions(Connection connection, Path release) throws SQLException {
        if (ParquetTables.files(release, StarSchema.DIM_DIMENSION).isEmpty()) {
            return List.of();
        }
        return Jdbc.list(
                connection,
                "SELECT dimension_id FROM " + ParquetTables.scan(release, StarSchema.DIM_DIMENSION) + " ORDER BY 1",
                row -> row.getString(1));
    }
}
