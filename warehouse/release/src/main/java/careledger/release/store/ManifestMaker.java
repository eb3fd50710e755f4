package careledger.release.store;

import careledger.release.file.Digest;
import careledger.release.file.Failures;
import careledger.release.sql.Jdbc;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts, measures and hashes the files in a release's folder. */
final class ManifestMaker {
    private ManifestMaker() {}

    static List<ReleasedTable> tables(Path folder) {
        try (Connection connection = ParquetTables.inMemory()) {
            List<ReleasedTable> tables = new ArrayList<>();
            for (Table table : StarSchema.TABLES) {
                tables.add(new ReleasedTable(table.name(), rows(connection, folder, table), files(folder, table)));
            }
            return tables;
        } catch (SQLException e) {
            throw new UnreadableReleaseException("The Parquet in " + folder + " cannot be counted.", e);
        }
    }

    /** Sets that lie below the folder and are under embargo; the earliest first. */
    static List<EmbargoedTables> embargoed(Path folder) {
        Path home = EmbargoedTables.home(folder);
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> sets = Files.list(home)) {
            return sets.sorted()
                    .map(set -> new EmbargoedTables(EmbargoedTables.until(set), tables(set)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(home + " cannot be listed: " + Failures.reason(e) + ".", e);
        }
    }

    private static long rows(Connection connection, Path folder, Table table) throws SQLException {
        if (ParquetTables.files(folder, table).isEmpty()) {
            return 0;
        }
        return Jdbc.one(connection, "SELECT count(*) FROM " + ParquetTables.scan(folder, table), row -> row.getLong(1));
    }

    private static List<ReleasedFile> files(Path folder, Table table) {
        return ParquetTables.files(folder, table).stream()
                .map(file -> file(folder, file))
                .toList();
    }

    private static ReleasedFile file(Path folder, Path file) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new ReleasedFile(path, Files.size(file), Digest.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be measured: " + Failures.reason(e) + ".", e);
        }
    }
}
