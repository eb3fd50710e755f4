package careledger.api.notification;

import careledger.release.file.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last release that was announced, kept in the data folder so that it is known after a restart. It is written once all
 * receivers were notified: if a service dies before, the next one notifies them again.
 */
final class LastNotifiedRelease {
    private static final Logger LOG = LoggerFactory.getLogger(LastNotifiedRelease.class);

    private final Path file;

    LastNotifiedRelease(Path data) {
        this.file = data.toAbsolutePath().normalize().resolve("told").resolve("release");
    }

    /** Empty if no release was announced yet. */
    Optional<String> read() {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the current release is announced again.", file, e);
            return Optional.empty();
        }
    }

    void write(String release) {
        try {
            DurableFiles.replace(file, release + "\n");
        } catch (UncheckedIOException e) {
            LOG.warn("{} cannot be written; after a restart the current release is announced again.", file, e);
        }
    }
}
