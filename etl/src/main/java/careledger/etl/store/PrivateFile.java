package careledger.etl.store;

import careledger.release.file.DurableFiles;
import careledger.release.file.SignOfLife;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file on its way into a folder of this machine, under a private name until it is whole. Its publisher holds its lock;
 * what a killed one left is swept by the next. Where another machine began it, whose locks may not hold here, it stays
 * until nothing has been written to it for some minutes.
 */
final class PrivateFile implements AutoCloseable {
    /** How long the publisher of another machine may write nothing and live. */
    static final Duration SILENT = Duration.ofMinutes(10);

    private static final String MACHINE =
            HexFormat.of().toHexDigits(SignOfLife.machine().hashCode());

    private static final Pattern NAME = Pattern.compile("\\..+?(?:\\.([0-9a-f]{8}))?\\.[0-9a-f-]{36}\\.tmp");

    /** By name, since closing any channel on a locked file would free the lock. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private PrivateFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** One beside its target. */
    static PrivateFile of(Path target) throws IOException {
        DurableFiles.makeFolders(DurableFiles.folderOf(target));
        while (true) {
            Path path = target.resolveSibling(
                    "." + target.getFileName() + "." + MACHINE + "." + UUID.randomUUID() + ".tmp");
            HELD_HERE.add(path.getFileName());
            PrivateFile file = new PrivateFile(
                    path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            if (file.isLocked() && Files.exists(path)) {
                return file;
            }
            file.close(); // a sweep saw it before it had its lock
        }
    }

    /** Where a file system has no locks, a sweep cannot take one either. */
    private boolean isLocked() {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true;
        }
    }

    Path path() {
        return path;
    }

    /** Writes it, and forces it to the disk. The lock would go with any other channel that is closed. */
    void write(InputStream content) throws IOException {
        content.transferTo(Channels.newOutputStream(channel));
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        } finally {
            HELD_HERE.remove(path.getFileName());
        }
    }

    /** Whether a killed publisher left it. */
    static boolean isLeftBehind(Path file) {
        return isLeftBehind(file, false);
    }

    /** Deletes what a killed publisher left. @return whether this was it */
    static boolean sweep(Path file) {
        return isLeftBehind(file, true);
    }

    /** Its lock is held until it is deleted. What belongs to another user stays, and hinders nobody. */
    private static boolean isLeftBehind(Path file, boolean delete) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || HELD_HERE.contains(file.getFileName())) {
            return false;
        }
        boolean ofThisMachine = MACHINE.equals(name.group(1));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            boolean left = ofThisMachine ? channel.tryLock() != null : silent(file);
            if (left && delete) {
                Files.deleteIfExists(file);
            }
            return left;
        } catch (IOException e) {
            return false; // it has its own name now, or may not be opened
        }
    }

    private static boolean silent(Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        return written.isBefore(Instant.now().minus(SILENT));
    }
}
