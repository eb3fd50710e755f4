package careledger.release.store;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a release from being pruned while its files are read; any number may be held at once, by any number of processes.
 * The operating system frees a hold when its process dies.
 *
 * <p>A process opens the file of a hold once only, because closing any channel on a locked file frees its locks.
 */
public final class ReleaseHold implements AutoCloseable {
    private static final Map<Path, ReleaseHold.Held> HELD_HERE = new HashMap<>();

    private final Path file;
    private boolean closed;

    private ReleaseHold(Path file) {
        this.file = file;
    }

    /** Waits for a pruning of the release to end; the caller looks afterwards whether it is still there. */
    static ReleaseHold take(Path data, String release) {
        synchronized (HELD_HERE) {
            Path file = file(data, release);
            Held held = HELD_HERE.get(file);
            HELD_HERE.put(file, held == null ? new Held(locked(file), 1) : held.with(1));
            return new ReleaseHold(file);
        }
    }

    /** Ends the hold; ending it twice is no mistake. */
    @Override
    public void close() {
        synchronized (HELD_HERE) {
            Held held = HELD_HERE.get(file);
            if (closed || held == null) {
                return;
            }
            closed = true;
            if (held.holders() > 1) {
                HELD_HERE.put(file, held.with(-1));
                return;
            }
            HELD_HERE.remove(file);
            close(held.channel());
        }
    }

    /** Does it while nobody can take a hold. @return false, and nothing done, where somebody holds the release */
    static boolean unlessHeld(Path data, String release, Runnable task) {
        synchronized (HELD_HERE) {
            Path file = file(data, release);
            if (HELD_HERE.containsKey(file)) {
                return false;
            }
            try (FileChannel channel = open(file)) {
                @Nullable FileLock lock = channel.tryLock();
                if (lock == null) {
                    return false;
                }
                task.run();
                Files.deleteIfExists(file);
                return true;
            } catch (IOException e) {
                if (Files.exists(file)) {
                    throw new UncheckedIOException(file + " cannot be locked: " + Failures.reason(e) + ".", e);
                }
                task.run(); // on a full disk there is no room for the file, and without it nobody holds the release
                return true;
            }
        }
    }

    private static FileChannel locked(Path file) {
        try {
            FileChannel channel = open(file);
            channel.lock(0, Long.MAX_VALUE, true);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be locked: " + Failures.reason(e) + ".", e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        DurableFiles.makeFolders(DurableFiles.folderOf(file));
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A hold cannot be ended: " + Failures.reason(e) + ".", e);
        }
    }

    private static Path file(Path data, String release) {
        return data.toAbsolutePath().normalize().resolve("holds").resolve(release);
    }

    private record Held(FileChannel channel, int holders) {
        Held with(int more) {
            return new Held(channel, holders + more);
        }
    }
}
