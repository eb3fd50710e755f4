package careledger.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a data folder: one holder at a time. The operating system frees it when the process dies.
 *
 * <p>Who holds it stands in a file of its own, because closing any channel on the locked file would free the lock. For
 * the same reason a process asks itself before it asks the operating system.
 */
public final class DataLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path data;
    private final FileChannel channel;

    private DataLock(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    /** @throws DataLockedException naming the holder, where there is one */
    public static DataLock take(Path folder) {
        Path data = folder.toAbsolutePath().normalize();
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(data)) {
                throw new DataLockedException(data, holder(data));
            }
            try {
                DataLock lock = new DataLock(data, lockedChannel(data));
                HELD_HERE.add(data);
                lock.sign();
                return lock;
            } catch (IOException e) {
                throw new UncheckedIOException(data.resolve("LOCK") + " cannot be locked.", e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            if (!HELD_HERE.remove(data)) {
                return;
            }
            try {
                Files.deleteIfExists(signature(data));
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(data.resolve("LOCK") + " cannot be freed.", e);
            }
        }
    }

    void require(Path folder) {
        if (!data.equals(folder) || !channel.isOpen()) {
            throw new IllegalStateException("The lock of " + folder + " is needed; this one is of " + data + ".");
        }
    }

    private static FileChannel lockedChannel(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel channel =
                FileChannel.open(data.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new DataLockedException(data, holder(data));
        }
        return channel;
    }

    private void sign() throws IOException {
        Files.writeString(
                signature(data),
                "process " + ProcessHandle.current().pid() + " since "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String holder(Path data) {
        try {
            return Files.readString(signature(data)).strip();
        } catch (IOException e) {
            return "a process that has not signed yet";
        }
    }

    private static Path signature(Path data) {
        return data.resolve("LOCK.holder");
    }
}
