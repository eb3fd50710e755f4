package careledger.release.sample;

import careledger.release.store.DuckTypes;
import careledger.schema.star.Column;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of the star schema in memory, to be filled and written as Parquet. */
final class StarTables implements AutoCloseable {
    private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    private final List<String> dimensions;

    /** @param dimensions that dim_breakdown has a column for */
    StarTables(List<String> dimensions) throws SQLException {
        this.dimensions = List.copyOf(dimensions);
        for (Table table : StarSchema.TABLES) {
            execute("create table " + table.name() + " (" + columns(table) + ")");
        }
    }

    /** Columns that are not named are null. */
    void insert(Table table, Map<String, ?> row) throws SQLException {
        String names = String.join(", ", row.keySet());
        String places = row.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table.name() + " (" + names + ") values (" + places + ")")) {
            int place = 0;
            for (Object value : row.values()) {
                place++;
                if (value instanceof String[] texts) {
                    insert.setArray(place, connection.createArrayOf("VARCHAR", texts));
                } else {
                    insert.setObject(place, value);
                }
            }
            insert.execute();
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void write(Path release) throws Exception {
        for (Table table : StarSchema.TABLES) {
            Path folder = release.resolve(table.name());
            Files.createDirectories(folder);
            String target = table.partitionedBy().isEmpty() ? folder + "/part-0.parquet" : folder.toString();
            String partitions = table.partitionedBy().isEmpty()
                    ? ""
                    : ", partition_by (" + String.join(", ", table.partitionedBy()) + "), overwrite_or_ignore";
            execute("copy " + table.name() + " to '" + target + "' (format parquet" + partitions + ")");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private String columns(Table table) {
        List<String> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column.name() + " " + DuckTypes.of(column.type()) + (column.nullable() ? "" : " not null"));
        }
        if (table.equals(StarSchema.DIM_BREAKDOWN)) {
            dimensions.forEach(dimension -> columns.add("d_" + dimension + " varchar"));
        }
        return String.join(", ", columns);
    }
}
