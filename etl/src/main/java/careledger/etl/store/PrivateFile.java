package careledger.etl.store;

import careledger.release.file.DurableFiles;
import careledger.release.file.SignOfLife;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into a folder of this machine, under a private name until it is whole. Its publisher holds its lock;
 * what a killed one left is swept by the next. Where another machine began it, whose locks may not hold here, it stays
 * until nothing has been written to it for some minutes.
 */
final class PrivateFile implements AutoCloseable {
    /** How long the publisher of another machine may write nothing and live. */
    static final Duration SILENT = Duration.ofMinutes(10);

    private static final String MACHINE =
            "%08x".formatted(SignOfLife.machine().hashCode()).toLowerCase(Locale.ROOT);

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
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() != null && Files.exists(path)) {
                return new PrivateFile(path, channel);
            }
            HELD_HERE.remove(path.getFileName());
            channel.close(); // a sweep saw it before it had its lock
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

    /** What killed publishers left anywhere below a folder. */
    static List<Path> leftBehind(Path root) throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path file : new LocalFiles(root).paths()) {
            if (isLeftBehind(file)) {
                left.add(file);
            }
        }
        return left;
    }

    private static boolean isLeftBehind(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || HELD_HERE.contains(file.getFileName())) {
            return false;
        }
        try {
            if (!MACHINE.equals(name.group(1))) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                return written.isBefore(Instant.now().minus(SILENT));
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                @Nullable FileLock lock = channel.tryLock();
                return lock != null;
            }
        } catch (NoSuchFileException e) {
            return false; // it has its own name now
        }
    }
}
