package careledger.answers.export;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.release.sql.Jdbc;
import careledger.release.store.DuckPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Rows gathered into one Parquet file, in the order in which they come. They are kept on disk on the way, so that a long
 * table takes no more memory than a short one; the same rows give the same bytes.
 */
public final class ParquetExport implements AutoCloseable {
    private static final String TABLE = "gathered";

    private final Path folder;
    private final List<ExportColumn> columns;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;

    private ParquetExport(Path folder, List<ExportColumn> columns) throws SQLException {
        this.folder = folder;
        this.columns = List.copyOf(columns);
        this.connection = connect(folder);
        Jdbc.execute(
                connection,
                "CREATE TABLE " + TABLE
                        + columns.stream().map(ExportColumn::definition).collect(Collectors.joining(", ", " (", ")")));
        this.appender = connection.createAppender(TABLE);
    }

    /** A table without rows. */
    public static ParquetExport of(List<ExportColumn> columns) {
        try {
            return new ParquetExport(DuckPath.temporaryFolder("care-ledger-export"), columns);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for temporary files: " + Failures.reason(e) + ".", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The columns " + columns + " make no table.", e);
        }
    }

    /** @param cells one a column: texts, numbers and truths as they are, days and moments also as ISO 8601 text */
    public void add(@Nullable Object[] cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "The row has " + cells.length + " cells; the table has " + columns.size() + " columns.");
        }
        try {
            appender.beginRow();
            for (int i = 0; i < cells.length; i++) {
                append(columns.get(i).type(), cells[i]);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("A row does not fit the columns " + columns + ".", e);
        }
    }

    /**
     * Writes what was gathered; the file goes when this is closed.
     *
     * @param says metadata of the file, by key
     */
    public Path write(Map<String, String> says) {
        Path file = folder.resolve("rows.parquet");
        String metadata = says.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\": " + Jdbc.literal(one.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        try {
            appender.close();
            Jdbc.execute(
                    connection,
                    "COPY " + TABLE + " TO " + Jdbc.literal(file.toString()) + " (FORMAT parquet, COMPRESSION zstd"
                            + (says.isEmpty() ? "" : ", KV_METADATA " + metadata) + ")");
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(file + " cannot be written.", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(folder + " cannot be closed.", e);
        } finally {
            DurableFiles.deleteTree(folder);
        }
    }

    /** One thread, so that rows keep their order and the file its bytes. */
    private static DuckDBConnection connect(Path folder) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", "128MB");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_instance_cache", "false");
        Connection opened = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("rows.duckdb"), settings);
        return opened.unwrap(DuckDBConnection.class);
    }

    private void append(ExportType type, @Nullable Object cell) throws SQLException {
        if (cell == null) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case TEXT -> appender.append(cell.toString());
            case INTEGER -> appender.append(((Number) cell).intValue());
            case NUMBER -> appender.append(((Number) cell).doubleValue());
            case BOOLEAN -> appender.append(((Boolean) cell).booleanValue());
            case DATE -> appender.append(LocalDate.parse(cell.toString()));
            case TIMESTAMP -> appender.append(OffsetDateTime.parse(cell.toString()));
        }
    }
}
