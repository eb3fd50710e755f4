package careledger.release.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Temporary files of a process, in a folder of its own below {@code scratch} of the data folder, so that nothing of them
 * stays in the temporary folder of the system. Only where the data folder has no room for them, or may not be written to,
 * are they in a folder there, whose name says which data folder it belongs to. A process shows that it lives by a lock in
 * its folder, and by a sign of life for machines where locks do not hold; the folders of others are swept at every start.
 */
public final class ScratchFolder {
    /** The data folder for which the launcher made the temporary folder of this process. */
    static final String DATA = "careledger.scratch.data";

    /** The temporary folder of the system, which the launcher replaced. */
    static final String SYSTEM = "careledger.scratch.system";

    private static final String LOCK = ".lock";
    private static final String SIGN = ".holder";

    /** How the launcher begins the names of the folders that it makes. */
    private static final String PROCESS = "process-";

    /** Between the making of a folder and the taking of its lock, Java itself may write into it. */
    private static final Duration STARTING = Duration.ofMinutes(5);

    /** How the names of folders begin that are of no data folder. */
    private static final String LINKS = "careledger-links-";

    /** A sweep holds a lock for moments only, though the machine may let it wait in the midst of one. */
    private static final int ATTEMPTS = 2_000;

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int LETTERS = 12;

    private static final Map<Path, Held> HELD_HERE = new ConcurrentHashMap<>();

    private ScratchFolder() {}

    /** What this process holds, until it ends. */
    private record Held(
            Path scratch, FileChannel channel, @Nullable Thread signing) {}

    /**
     * Claims the temporary folder with which the launcher started this process, until the process ends, and sweeps those of
     * processes that are gone. A process that something else started has none, and nothing is done.
     */
    public static void claimOwn() {
        @Nullable String data = System.getProperty(DATA);
        if (data != null) {
            claim(Path.of(data), Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
        }
    }

    /** Claims a folder for this process, and sweeps those of processes that are gone. */
    static void claim(Path data, Path temporary) {
        Path own = temporary.toAbsolutePath().normalize();
        boolean held = !made(data, own) || HELD_HERE.containsKey(own) || tryHold(data, own);
        sweep(data);
        if (!held) {
            tryHold(
                    data,
                    own); // there may be room for the lock now; without it, what frees the disk starts all the same
        }
    }

    /** Whether it is a folder as the launcher makes them: what is held is deleted in the end, and somebody may have set another. */
    private static boolean made(Path data, Path own) {
        String name = String.valueOf(own.getFileName());
        return (scratch(data).equals(own.getParent()) && name.startsWith(PROCESS))
                || name.startsWith(prefix(data) + PROCESS);
    }

    private static boolean tryHold(Path data, Path own) {
        try {
            hold(scratch(data), own);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A folder that is this process's own until it ends: the one that it was started with, or a new one below
     * {@code scratch} of the data folder.
     */
    public static Path own(Path data) {
        Path scratch = scratch(data);
        return HELD_HERE.entrySet().stream()
                .filter(held -> held.getValue().scratch().equals(scratch) && Files.isDirectory(held.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseGet(() -> {
                    Path own = scratch.resolve(PROCESS + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
                    try {
                        hold(scratch, own);
                    } catch (IOException e) {
                        throw new UncheckedIOException(own + " cannot be used: " + Failures.reason(e) + ".", e);
                    }
                    return own;
                });
    }

    /**
     * A link to a folder of this process, for programs that cannot read its name. Where the process is killed, it leads
     * nowhere once its folder is swept, and is deleted by the next sweep.
     */
    public static Path linkTo(Path data, Path own) {
        Path link = system().resolve(prefix(data) + UUID.randomUUID());
        try {
            Files.createSymbolicLink(link, own);
            link.toFile().deleteOnExit();
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException("No link to " + own + " can be made: " + Failures.reason(e) + ".", e);
        }
    }

    /**
     * A folder of this process in the temporary folder of the system, for links to folders that some library cannot read by
     * their own names, and for files that it cannot write in them.
     */
    public static synchronized Path links() {
        return HELD_HERE.keySet().stream()
                .filter(held -> held.getFileName().toString().startsWith(LINKS) && Files.isDirectory(held))
                .findFirst()
                .orElseGet(ScratchFolder::newLinks);
    }

    private static Path newLinks() {
        Path system = system();
        try {
            Path own = Files.createTempDirectory(
                    system, LINKS + PROCESS + ProcessHandle.current().pid() + "-");
            hold(own, own);
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The temporary folder " + system + " cannot be used: " + Failures.reason(e) + ".", e);
        }
    }

    /** Deletes what processes left behind that are gone. What cannot be deleted now is tried again the next time. */
    public static void sweep(Path data) {
        Path scratch = scratch(data);
        if (Files.isDirectory(scratch)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(scratch)) {
                entries.forEach(ScratchFolder::sweepEntry);
            } catch (IOException e) {
                throw new UncheckedIOException(scratch + " cannot be swept: " + Failures.reason(e) + ".", e);
            }
            deleteIfEmpty(scratch);
        }
        sweepSystem(prefix(data));
        sweepSystem(LINKS);
    }

    private static void sweepSystem(String prefix) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(system(), prefix + "*")) {
            entries.forEach(ScratchFolder::sweepEntry);
        } catch (IOException e) {
            return; // a system without a temporary folder has nothing to sweep
        }
    }

    /**
     * Takes the lock of a folder, and makes the folder where there is none. A sweep of another process may take an empty
     * folder away, or hold its lock for a moment; it leaves one alone whose lock is held.
     */
    private static void hold(Path scratch, Path own) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            @Nullable FileChannel channel = locked(own);
            if (channel != null) {
                SignOfLife sign = new SignOfLife(own.resolve(SIGN));
                HELD_HERE.put(own, new Held(scratch, channel, signed(sign)));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> release(own), "scratch folder"));
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IOException("it was taken away again and again");
    }

    private static @Nullable FileChannel locked(Path own) throws IOException {
        make(own);
        Path file = own.resolve(LOCK);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (channel.tryLock() != null && Files.exists(file)) {
            return channel;
        }
        channel.close();
        return null;
    }

    /** In the temporary folder of the system, where others work too, nobody else may read it. */
    private static void make(Path own) throws IOException {
        boolean shared = system().equals(own.getParent())
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!shared) {
            Files.createDirectories(own);
        } else if (!Files.isDirectory(own)) {
            try {
                Files.createDirectory(
                        own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                return; // its process made it meanwhile
            }
        }
    }

    private static @Nullable Thread signed(SignOfLife sign) {
        try {
            return sign.begin();
        } catch (IOException e) {
            return null; // on a full disk; the lock decides on this machine
        }
    }

    /** What belongs to another user stays, and hinders nobody. */
    private static void sweepEntry(Path entry) {
        try {
            if (HELD_HERE.containsKey(entry)) {
                return;
            }
            if (Files.isSymbolicLink(entry)) {
                if (!Files.exists(entry)) {
                    Files.delete(entry);
                }
            } else if (Files.exists(entry.resolve(LOCK))) {
                sweepUnheld(entry);
            } else if (!starting(entry)) {
                DurableFiles.deleteTree(entry);
            }
        } catch (IOException | UncheckedIOException e) {
            // It is tried again at the next start.
            return;
        }
    }

    /** A process that takes the lock of the folder meanwhile waits until it is gone, and makes it again. */
    private static void sweepUnheld(Path entry) throws IOException {
        try (FileChannel channel = FileChannel.open(entry.resolve(LOCK), StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null && !new SignOfLife(entry.resolve(SIGN)).ofAnotherMachine()) {
                DurableFiles.deleteTree(entry);
            }
        }
    }

    /** An empty folder goes, since the process that was about to claim it makes it again. */
    private static boolean starting(Path entry) throws IOException {
        if (!Files.isDirectory(entry) || !entry.getFileName().toString().contains(PROCESS)) {
            return false;
        }
        Instant changed = Files.getLastModifiedTime(entry).toInstant();
        try {
            Files.delete(entry);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return changed.isAfter(Instant.now().minus(STARTING));
        }
    }

    private static void release(Path own) {
        @Nullable Held held = HELD_HERE.remove(own);
        if (held == null) {
            return;
        }
        if (held.signing() != null) {
            held.signing().interrupt();
        }
        try (FileChannel channel = held.channel()) {
            DurableFiles.deleteTree(own);
        } catch (IOException | RuntimeException e) {
            return; // the next start sweeps it
        }
        deleteIfEmpty(held.scratch());
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            return; // others have folders in it
        }
    }

    private static Path scratch(Path data) {
        return data.toAbsolutePath().normalize().resolve("scratch");
    }

    private static Path system() {
        return Path.of(System.getProperty(SYSTEM, System.getProperty("java.io.tmpdir", "/tmp")))
                .toAbsolutePath()
                .normalize();
    }

    /** As the launcher begins the name of a folder in the temporary folder of the system. */
    static String prefix(Path data) {
        byte[] name = DurableFiles.real(data).toString().getBytes(StandardCharsets.UTF_8);
        return "careledger-" + Digest.of(name).substring(0, LETTERS) + "-";
    }
}
