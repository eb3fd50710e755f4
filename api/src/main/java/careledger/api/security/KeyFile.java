package careledger.api.security;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.release.json.Json;
import careledger.release.store.DataLock;
import careledger.release.store.DataLockedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a data folder, in {@code access/keys.json}, which only its owner may read. Every access sees what is
 * in the file now: it is read again whenever another one has taken its place.
 */
public final class KeyFile {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path file;
    private volatile @Nullable Version read;

    public KeyFile(Path data) {
        this.file = data.toAbsolutePath().normalize().resolve("access").resolve("keys.json");
    }

    /** In the order in which they were made. */
    public List<ApiKey> keys() {
        Optional<String> stamp = stamp();
        if (stamp.isEmpty()) {
            return List.of();
        }
        Version last = read;
        if (last == null || !last.stamp().equals(stamp.get())) {
            last = new Version(stamp.get(), content().keys());
            read = last;
        }
        return last.keys();
    }

    /** Changes the keys in one step that lasts. It has a lock of its own, so that revoking never waits for the ETL. */
    List<ApiKey> change(UnaryOperator<List<ApiKey>> change) {
        try (DataLock lock = lock()) {
            List<ApiKey> changed = change.apply(keys());
            DurableFiles.replaceOwnerOnly(file, Json.pretty(new Content(changed)));
            return changed;
        }
    }

    private DataLock lock() {
        Instant until = Instant.now().plus(LONGEST_WAIT);
        while (true) {
            try {
                return DataLock.take(folder());
            } catch (DataLockedException e) {
                if (Instant.now().isAfter(until)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(DataLockedException locked) {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw locked;
        }
    }

    private Path folder() {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalStateException(file + " lies in no folder.");
        }
        return folder;
    }

    /** Identifies a version of the file: each is a new file, renamed into place. */
    private Optional<String> stamp() {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(found.fileKey() + " " + found.lastModifiedTime() + " " + found.size());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + Failures.reason(e) + ".", e);
        }
    }

    private Content content() {
        try {
            return Json.read(Files.readString(file), Content.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    file + " does not hold keys; restore it, or remove it and make new keys.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + Failures.reason(e) + ".", e);
        }
    }

    private record Content(List<ApiKey> keys) {
        Content {
            keys = List.copyOf(keys);
        }
    }

    private record Version(String stamp, List<ApiKey> keys) {}
}
