package careledger.release.store;

import java.util.Objects;

/**
 * One Parquet file of a release.
 *
 * @param path below the release's folder, with slashes
 * @param sha256 of its bytes, in hexadecimal
 */
public record ReleasedFile(String path, long bytes, String sha256) {
    public ReleasedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
    }
}
