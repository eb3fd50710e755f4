package careledger.release.store;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.release.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The release that somebody rolled back from, and has not come back to. A run of the same deliveries would only make it
 * again.
 */
public record RollbackMarker(String release, String inputDigest) {
    private static final String FILE = "ROLLED_BACK";

    static Optional<RollbackMarker> read(Path data) {
        try {
            return Optional.of(Json.read(Files.readString(data.resolve(FILE)), RollbackMarker.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    data.resolve(FILE) + " cannot be read; delete it to let the next run publish.", e);
        }
    }

    void write(Path data) {
        DurableFiles.replace(data.resolve(FILE), Json.pretty(this));
    }

    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(data.resolve(FILE) + " cannot be deleted: " + Failures.reason(e) + ".", e);
        }
    }
}
