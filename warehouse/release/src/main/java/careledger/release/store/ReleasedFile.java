package careledger.release.store;

import java.util.Objects;
import java.util.Optional;

/**
 * One Parquet file of a release.
 *
 * @param path below the release's folder, with slashes
 * @param sha256 of its bytes, in hexadecimal
 * @param content digest of its rows and of how they were written: files of one content hold the same bytes. Empty where
 *     the writer did not say
 */
public record ReleasedFile(String path, long bytes, String sha256, Optional<String> content) {
    public ReleasedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
    }
}
