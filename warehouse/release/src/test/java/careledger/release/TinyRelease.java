package careledger.release;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.release.store.DataLock;
import careledger.release.store.DuckPath;
import careledger.release.store.DuckTypes;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** A release of sixteen claims, made of SQL and real Parquet, that a test can change before it is written. */
public final class TinyRelease implements AutoCloseable {
    private final Connection connection;

    private TinyRelease(Connection connection) {
        this.connection = connection;
    }

    public static TinyRelease prepare() {
        try {
            TinyRelease tiny = new TinyRelease(DriverManager.getConnection("jdbc:duckdb:"));
            StarSchema.TABLES.forEach(tiny::create);
            for (String statement :
                    SqlResource.of(TinyRelease.class, "tiny_release").split(";\n", -1)) {
                tiny.change(statement);
            }
            return tiny;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start.", e);
        }
    }

    /** Publishes the release as it is by default. */
    public static Release published(Path data, String id) {
        try (TinyRelease tiny = prepare()) {
            return tiny.publish(data, id);
        }
    }

    /** Changes the tables, which have the names and columns of {@link StarSchema}. */
    public TinyRelease change(String sql) {
        try {
            Jdbc.execute(connection, sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalArgumentException("The tiny release cannot be changed by: " + sql, e);
        }
    }

    public void writeTo(Path release) {
        StarSchema.TABLES.forEach(table -> write(table, release));
    }

    public Release publish(Path data, String id) {
        try (DataLock lock = DataLock.take(data)) {
            Releases releases = new Releases(data);
            StagedRelease staged = releases.stage(lock);
            writeTo(staged.dir());
            return releases.publish(staged, id, "run-of-" + id, "digest-of-" + id);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close.", e);
        }
    }

    private void create(Table table) {
        String columns = table.columns().stream()
                .map(column -> column.name() + " " + DuckTypes.of(column.type()))
                .collect(Collectors.joining(", "));
        String dimensions = table.equals(StarSchema.DIM_BREAKDOWN) ? ", d_age_group VARCHAR, d_sex VARCHAR" : "";
        change("CREATE TABLE " + table.name() + " (" + columns + dimensions + ")");
    }

    private void write(Table table, Path release) {
        Path folder = release.resolve(table.name());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean whole = table.partitionedBy().isEmpty();
        String target = (whole ? folder.resolve("part-0.parquet") : folder).toString();
        String partitions = whole ? "" : ", PARTITION_BY (" + String.join(", ", table.partitionedBy()) + ")";
        change("COPY (SELECT * FROM " + table.name() + " ORDER BY " + String.join(", ", table.key()) + ") TO "
                + Jdbc.literal(DuckPath.of(Path.of(target)).toString()) + " (FORMAT parquet, COMPRESSION zstd"
                + partitions + ")");
    }
}
