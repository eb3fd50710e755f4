package careledger.release.store;

import careledger.release.file.Failures;
import careledger.release.file.SignOfLife;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a data folder: one holder at a time. The operating system frees it when the process dies.
 *
 * <p>The holder is recorded in a separate file, because closing any channel on the locked file would free the lock. For
 * the same reason a process checks its own locks before it tries the operating system's.
 */
public final class DataLock implements AutoCloseable {
    private static final String FILE = "LOCK";
    private static final String SIGN = "LOCK.holder";

    /** The byte of the file whose lock shows that the holder lives; the first byte decides who holds it. */
    private static final long ALIVE = 1;

    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path data;
    private final FileChannel channel;
    private final SignOfLife sign;
    private @Nullable Thread renewing;

    private DataLock(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
        this.sign = sign(data);
    }

    /** @throws DataLockedException naming the holder, where there is one */
    public static DataLock take(Path folder) {
        synchronized (HELD_HERE) {
            try {
                Path data = Files.createDirectories(folder).toRealPath();
                if (HELD_HERE.contains(data)) {
                    throw new DataLockedException(data, sign(data).holder());
                }
                return signed(new DataLock(data, lockedChannel(data)));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        folder.resolve("LOCK") + " cannot be locked: " + Failures.reason(e) + ".", e);
            }
        }
    }

    /** A lock that cannot be signed, as on a full disk, is a lock all the same: what frees the disk needs it. */
    private static DataLock signed(DataLock lock) {
        HELD_HERE.add(lock.data);
        try {
            lock.renewing = lock.sign.begin();
        } catch (IOException e) {
            lock.data.resolve(SIGN).toFile().delete();
        }
        return lock;
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            if (!HELD_HERE.remove(data)) {
                return;
            }
            if (renewing != null) {
                renewing.interrupt();
            }
            try (channel) {
                sign.end();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        data.resolve("LOCK") + " cannot be freed: " + Failures.reason(e) + ".", e);
            }
        }
    }

    /**
     * Whether somebody is changing the folder now, in whatever process, container or machine: found by the lock, not by a
     * process id, which means nothing in another container. Asking disturbs nobody who takes the lock meanwhile.
     */
    public static boolean held(Path folder) {
        synchronized (HELD_HERE) {
            try {
                Path data = folder.toRealPath();
                if (HELD_HERE.contains(data)) {
                    return true;
                }
                try (FileChannel channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.READ);
                        FileLock alive = channel.tryLock(ALIVE, 1, true)) {
                    return alive == null || sign(data).ofAnotherMachine();
                }
            } catch (NoSuchFileException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        }
    }

    /** @throws IllegalStateException where this is not the lock of the folder, or was given back */
    public void require(Path folder) {
        if (!channel.isOpen() || !sameFolder(folder)) {
            throw new IllegalStateException("The lock of " + folder + " is needed; this one is of " + data + ".");
        }
    }

    private static SignOfLife sign(Path data) {
        return new SignOfLife(data.resolve(SIGN));
    }

    private boolean sameFolder(Path folder) {
        try {
            return Files.isSameFile(data, folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static FileChannel lockedChannel(Path data) throws IOException {
        FileChannel channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock(0, 1, false);
        SignOfLife sign = sign(data);
        if (lock == null || sign.ofAnotherMachine()) {
            channel.close();
            throw new DataLockedException(data, sign.holder());
        }
        channel.lock(ALIVE, 1, false);
        return channel;
    }
}
