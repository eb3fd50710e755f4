package careledger.api.download;

import careledger.answers.export.ReleaseDownloads;
import careledger.release.store.Manifest;
import careledger.release.store.Release;
import careledger.schema.star.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release that can be taken away.
 *
 * @param current whether {@code current} stands for it
 */
record ReleaseListing(String id, Instant createdAt, boolean current, List<ListedFile> files) {
    static final String BASE = "/api/releases";
    static final String DATABASE = "care-ledger.duckdb";
    static final String PARQUET = ".parquet";

    ReleaseListing {
        files = List.copyOf(files);
    }

    /**
     * @param rows null where it holds more than one table
     * @param url the bytes there never change
     */
    record ListedFile(String name, String about, @Nullable Long rows, String url) {}

    /**
     * @param served whether it is the one that answers questions
     * @param prefix what addresses begin with
     */
    static ReleaseListing of(Release release, boolean served, String prefix) {
        String base = prefix + BASE + "/" + release.id() + "/";
        Manifest manifest = release.manifest();
        List<ListedFile> files = new ArrayList<>();
        for (Table table : ReleaseDownloads.TABLES) {
            files.add(file(base, table.name() + PARQUET, "One row: " + table.grain(), manifest.rows(table)));
        }
        if (served) {
            files.add(file(
                    base,
                    DATABASE,
                    "All tables, and observation, the flat table behind the API, for DuckDB 1.0 and later",
                    null));
        }
        return new ReleaseListing(release.id(), manifest.createdAt(), served, files);
    }

    private static ListedFile file(String base, String name, String about, @Nullable Long rows) {
        return new ListedFile(name, about, rows, base + name);
    }
}
