package careledger.answers.export;

import careledger.release.file.DamagedFileException;
import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.release.file.SealedFile;
import careledger.release.servingfile.ServingFile;
import careledger.release.store.CheckedReleases;
import careledger.release.store.DuckPath;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.schema.disclosure.DisclosureRules;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whole releases as files to take away: each table as one Parquet file, and all of them as one DuckDB file. A file is
 * made when it is first asked for, and kept below {@code downloads} for as long as its release is. What was refused
 * while loading stays behind: it may hold what nobody meant to publish.
 */
public final class ReleaseDownloads {
    /** Tables that can be taken away. */
    public static final List<Table> TABLES = StarSchema.TABLES.stream()
            .filter(table -> !table.equals(StarSchema.FACT_REJECTION))
            .toList();

    private static final String DATABASE = "care-ledger.duckdb";

    /** Files made under other rules of what is withheld or contained, or by a program without such rules, are not given out. */
    private static final String RULES = Digest.of((StarSchema.VERSION + "|every table|"
                            + DisclosureRules.builtIn().toString())
                    .getBytes(StandardCharsets.UTF_8))
            .substring(0, 12);

    private final Path data;
    private final Path folder;
    private final Releases releases;

    public ReleaseDownloads(Path data, Releases releases) {
        this.data = data.toAbsolutePath().normalize();
        this.folder = this.data.resolve("downloads");
        this.releases = releases;
    }

    /** One table, sorted by its key. */
    public Path table(Release release, Table table) {
        if (!TABLES.contains(table)) {
            throw new IllegalArgumentException(table.name() + " is not for taking away");
        }
        Path file = folder.resolve(release.id()).resolve(RULES).resolve(table.name() + ".parquet");
        return made(
                file,
                building -> DuckPath.make(
                        building, made -> DownloadSql.table(CheckedReleases.require(release), table, made)));
    }

    /**
     * All tables, and {@code observation}, which answers most questions, of the release that is served. Readable by DuckDB
     * 1.0 and later. Its serving file is made where somebody deleted it. The caller holds the release.
     */
    public Path database(String release) {
        Path served = ServingFile.place(data, release);
        return made(folder.resolve(release).resolve(RULES).resolve(DATABASE), building -> {
            if (!Files.exists(served)) {
                ServingFile.build(CheckedReleases.require(releases.get(release)), served);
            }
            SealedFile.problemOnce(served).ifPresent(problem -> {
                throw new DamagedFileException(problem + " The service makes it again when it is next loaded.");
            });
            DuckPath.make(
                    building,
                    made -> DownloadSql.database(CheckedReleases.require(releases.get(release)), served, made));
        });
    }

    /** What is there is hashed once in this process before it is sent; a damaged file is made again. */
    private Path made(Path file, SealedFile.Making making) {
        if (SealedFile.problemOnce(file).isEmpty()) {
            return file;
        }
        sweep();
        try {
            SealedFile.make(file, making);
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(file + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Files of releases that are no longer kept go; who reads one reads on. */
    private void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> kept = releases.list().stream().map(Release::id).collect(Collectors.toSet());
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(one -> !kept.contains(one.getFileName().toString())).forEach(DurableFiles::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be swept: " + Failures.reason(e) + ".", e);
        }
    }
}
