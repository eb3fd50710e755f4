package careledger.api.download;

import careledger.answers.export.ReleaseDownloads;
import careledger.answers.query.CanonicalJson;
import careledger.api.config.CareLedgerProperties;
import careledger.api.download.ReleaseListing.ListedFile;
import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.web.CacheHeaders;
import careledger.api.web.FileAnswer;
import careledger.release.store.Releases;
import careledger.schema.star.Table;
import careledger.schema.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the files of a release by the names that its listing gives; no other name leads to a file. */
@Component
final class DownloadableFiles {
    private final Releases releases;
    private final ReleaseDownloads downloads;

    DownloadableFiles(Releases releases, CareLedgerProperties properties) {
        this.releases = releases;
        this.downloads = new ReleaseDownloads(properties.data(), releases);
    }

    /**
     * @param release one that the caller holds, where it is the current one
     * @param moving whether the address will stand for another release one day
     * @param since when the address began to stand for this release
     * @throws ApiException where the release has no such file
     */
    FileAnswer answer(ReleaseListing release, String name, boolean moving, Instant since) throws IOException {
        Path file = made(release, name).orElseThrow(() -> unknown(release, name));
        Instant written = Files.getLastModifiedTime(file).toInstant();
        String etag = CanonicalJson.hash(release.id() + "|" + name + "|" + Files.size(file) + "|" + written);
        CacheHeaders cacheHeaders = new CacheHeaders(
                etag,
                written.isAfter(since) ? written : since,
                moving ? CacheHeaders.FOR_MINUTES : CacheHeaders.FOR_EVER);
        boolean parquet = name.endsWith(ReleaseListing.PARQUET);
        return new FileAnswer(
                file, parquet ? "application/vnd.apache.parquet" : "application/vnd.duckdb", name, cacheHeaders);
    }

    private Optional<Path> made(ReleaseListing release, String name) {
        if (name.equals(ReleaseListing.DATABASE)) {
            return release.current() ? Optional.of(downloads.database(release.id())) : Optional.empty();
        }
        Optional<Table> table = ReleaseDownloads.TABLES.stream()
                .filter(one -> name.equals(one.name() + ReleaseListing.PARQUET))
                .findFirst();
        return table.map(one -> downloads.table(releases.get(release.id()), one));
    }

    private static ApiException unknown(ReleaseListing release, String name) {
        List<String> known = release.files().stream().map(ListedFile::name).toList();
        return ApiException.of(
                HttpStatus.NOT_FOUND,
                ProblemCode.NOT_FOUND,
                "Release '" + release.id() + "' has no file '" + name + "'." + Nearest.sentence(name, known),
                "It has " + String.join(", ", known)
                        + (release.current() ? "." : "; only the release that is served has its DuckDB file."));
    }
}
