package careledger.release.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Temporary files of a process, in a folder of its own below {@code scratch} of the data folder, so that nothing of them
 * stays in the temporary folder of the system. A process shows that it lives by a lock in its folder; the folders of others
 * are swept.
 */
public final class ScratchFolder {
    private static final String LOCK = ".lock";

    /** How the launcher begins the names of the folders that it makes. */
    private static final String PROCESS = "process-";

    /** Between the making of a folder and the taking of its lock, the program starts. */
    private static final Duration STARTING = Duration.ofMinutes(5);

    private static final Map<Path, FileChannel> HELD_HERE = new ConcurrentHashMap<>();

    private ScratchFolder() {}

    /**
     * Claims the temporary folder that this process was started with, where it is below {@code scratch} of the data folder,
     * until the process ends; sweeps those of processes that are gone.
     */
    public static void claim(Path data, Path temporary) {
        Path scratch = data.toAbsolutePath().normalize().resolve("scratch");
        Path own = temporary.toAbsolutePath().normalize();
        if (own.startsWith(scratch) && !own.equals(scratch) && HELD_HERE.get(own) == null) {
            try {
                hold(own);
            } catch (IOException e) {
                // On a full disk there is no room for the lock; what frees the disk starts all the same.
                sweep(data);
                return;
            }
        }
        sweep(data);
    }

    /**
     * A folder below {@code scratch} of the data folder that is this process's own until it ends: the one that it was
     * started with, or a new one.
     */
    public static Path own(Path data) {
        Path scratch = data.toAbsolutePath().normalize().resolve("scratch");
        return HELD_HERE.keySet().stream()
                .filter(held -> held.startsWith(scratch) && Files.isDirectory(held))
                .sorted()
                .findFirst()
                .orElseGet(() -> {
                    Path own = scratch.resolve(PROCESS + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
                    try {
                        hold(own);
                    } catch (IOException e) {
                        throw new UncheckedIOException(own + " cannot be used: " + Failures.reason(e) + ".", e);
                    }
                    return own;
                });
    }

    private static void hold(Path own) throws IOException {
        Files.createDirectories(own);
        FileChannel channel = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            HELD_HERE.put(own, channel);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> release(own), "scratch folder"));
        }
    }

    /** Claims the temporary folder of this process, where the launcher put it below {@code scratch} of a data folder. */
    public static void claimOwn() {
        Path own = Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
                .toAbsolutePath()
                .normalize();
        @Nullable Path scratch = own.getParent();
        @Nullable Path data = scratch == null ? null : scratch.getParent();
        if (scratch != null
                && data != null
                && scratch.endsWith("scratch")
                && own.getFileName().toString().startsWith(PROCESS)) {
            claim(data, own);
        }
    }

    /** Deletes what processes left behind that are gone. What cannot be deleted now is tried again the next time. */
    public static void sweep(Path data) {
        Path scratch = data.toAbsolutePath().normalize().resolve("scratch");
        if (!Files.isDirectory(scratch)) {
            return;
        }
        try (Stream<Path> entries = Files.list(scratch)) {
            for (Path entry : entries.toList()) {
                sweepEntry(entry);
            }
            if (HELD_HERE.keySet().stream().noneMatch(held -> held.startsWith(scratch))) {
                deleteIfEmpty(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(scratch + " cannot be swept: " + Failures.reason(e) + ".", e);
        }
    }

    /** What belongs to another user stays, and hinders nobody. */
    private static void sweepEntry(Path entry) {
        try {
            if (!inUse(entry)) {
                DurableFiles.deleteTree(entry);
            }
        } catch (IOException | UncheckedIOException e) {
            // It is tried again at the next start.
            return;
        }
    }

    private static boolean inUse(Path entry) throws IOException {
        if (HELD_HERE.containsKey(entry)) {
            return true;
        }
        Path lockFile = entry.resolve(LOCK);
        if (!Files.exists(lockFile)) {
            return Files.isDirectory(entry)
                    && entry.getFileName().toString().startsWith(PROCESS)
                    && Files.getLastModifiedTime(entry)
                            .toInstant()
                            .isAfter(Instant.now().minus(STARTING));
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock == null;
        }
    }

    private static void release(Path own) {
        try (FileChannel channel = HELD_HERE.remove(own)) {
            DurableFiles.deleteTree(own);
        } catch (IOException | RuntimeException e) {
            // The next start sweeps it.
            return;
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> entries = Files.list(folder)) {
            left = entries.toList();
        }
        if (left.isEmpty()) {
            Files.deleteIfExists(folder);
        }
    }
}
