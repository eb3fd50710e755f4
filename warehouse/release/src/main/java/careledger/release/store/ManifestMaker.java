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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts, measures and hashes the files in a release's folder. */
final class ManifestMaker {
    private ManifestMaker() {}

    /** @param contents of files by path, as far as they are known */
    static List<ReleasedTable> tables(Path folder, Map<String, String> contents) {
        try (Connection connection = ParquetTables.inMemory()) {
            List<ReleasedTable> tables = new ArrayList<>();
            for (Table table : StarSchema.TABLES) {
                tables.add(new ReleasedTable(
                        table.name(), rows(connection, folder, table), files(folder, table, contents)));
            }
            return tables;
        } catch (SQLException e) {
            throw new UnreadableReleaseException("The Parquet in " + folder + " cannot be counted.", e);
        }
    }

    /** Sets that lie below the folder and are under embargo; the earliest first. */
    static List<EmbargoedTables> embargoed(Path folder, Map<String, String> contents) {
        Path home = EmbargoedTables.home(folder);
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> sets = Files.list(home)) {
            return sets.sorted().map(set -> embargoedSet(folder, set, contents)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(home + " cannot be listed: " + Failures.reason(e) + ".", e);
        }
    }

    private static EmbargoedTables embargoedSet(Path folder, Path set, Map<String, String> contents) {
        String prefix = folder.relativize(set).toString().replace('\\', '/') + "/";
        Map<String, String> own = contents.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .collect(Collectors.toMap(one -> one.getKey().substring(prefix.length()), Map.Entry::getValue));
        return new EmbargoedTables(EmbargoedTables.until(set), tables(set, own));
    }

    private static long rows(Connection connection, Path folder, Table table) throws SQLException {
        if (ParquetTables.files(folder, table).isEmpty()) {
            return 0;
        }
        return Jdbc.one(connection, "SELECT count(*) FROM " + ParquetTables.scan(folder, table), row -> row.getLong(1));
    }

    private static List<ReleasedFile> files(Path folder, Table table, Map<String, String> contents) {
        return ParquetTables.files(folder, table).stream()
                .map(file -> file(folder, file, contents))
                .toList();
    }

    private static ReleasedFile file(Path folder, Path file, Map<String, String> contents) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new ReleasedFile(path, Files.size(file), Digest.of(file), Optional.ofNullable(contents.get(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be measured: " + Failures.reason(e) + ".", e);
        }
    }
}
