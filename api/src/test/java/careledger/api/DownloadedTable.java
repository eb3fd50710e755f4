package careledger.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a reader that knows nothing of us finds it: DuckDB.
 *
 * @param types as DuckDB names them
 * @param rows cells as text; null for none
 */
record DownloadedTable(List<String> columns, List<String> types, List<List<@Nullable String>> rows) {
    /** Every cell as the text that stands there. */
    static DownloadedTable csv(byte[] body) throws Exception {
        return read(
                body,
                "read_csv(?, header = true, all_varchar = true, auto_detect = false, delim = ',', quote = '\"',"
                        + " escape = '\"', nullstr = '', allow_quoted_nulls = false, new_line = '\\r\\n', columns = "
                        + columnsOf(body) + ")");
    }

    static DownloadedTable parquet(byte[] body) throws Exception {
        return read(body, "read_parquet(?)");
    }

    List<@Nullable String> column(String name) {
        int place = columns.indexOf(name);
        return rows.stream()
                .<@Nullable String>map(row -> row.get(place))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }

    private static String columnsOf(byte[] body) {
        String text = new String(body, java.nio.charset.StandardCharsets.UTF_8).replace("\uFEFF", "");
        String header = text.substring(0, text.indexOf("\r\n"));
        return "{'" + String.join("': 'VARCHAR', '", header.split(",")) + "': 'VARCHAR'}";
    }

    private static DownloadedTable read(byte[] body, String source) throws Exception {
        Path file = Files.createTempFile("care-ledger", ".table");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            Files.write(file, body);
            try (ResultSet found = statement.executeQuery("select * from " + source.replace("?", "'" + file + "'"))) {
                return of(found);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static DownloadedTable of(ResultSet found) throws Exception {
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            columns.add(found.getMetaData().getColumnName(i));
            types.add(found.getMetaData().getColumnTypeName(i));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (found.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(found.getString(i));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return new DownloadedTable(columns, types, rows);
    }
}
