package careledger.release.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that was derived from a release and can be made again, with its SHA-256 beside it in {@code <name>.sha256}, as
 * {@code sha256sum -c} reads it. A file without such a digest, or with another one, is not used but made again.
 *
 * <p>It is built under a private name and moved into place. One process at a time builds in a folder, so that several
 * services may share it.
 */
public final class SealedFile {
    /** Ending of the file that holds the digest. */
    public static final String SEAL = ".sha256";

    /** Name of the file whose lock the builder holds. */
    public static final String LOCK = ".lock";

    private static final String BUILDING = ".building";

    private static final Map<Path, ReentrantLock> BUILDERS_HERE = new ConcurrentHashMap<>();
    private static final Map<Path, Seen> SOUND_HERE = new ConcurrentHashMap<>();

    private SealedFile() {}

    /** Writes the file. */
    @FunctionalInterface
    public interface Making {
        void write(Path building) throws SQLException, IOException;
    }

    /** Why the file cannot be used, found by hashing all of it; empty where it can be. */
    public static Optional<String> problem(Path file) {
        try {
            Seen seen = Seen.of(file);
            String seal = Files.readString(seal(file)).strip();
            if (!seal.startsWith(Digest.of(file) + " ")) {
                SOUND_HERE.remove(file);
                return Optional.of(file + " is damaged: its SHA-256 is not the one in "
                        + seal(file).getFileName() + ".");
            }
            SOUND_HERE.put(file, seen);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of(
                    Files.exists(file)
                            ? file + " has no " + seal(file).getFileName() + " beside it, so it cannot be checked."
                            : file + " does not exist.");
        } catch (IOException e) {
            return Optional.of(file + " cannot be read: " + Failures.reason(e) + ".");
        } catch (UncheckedIOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The same, found while nobody makes the file, so that what is only half done is no problem. Nor is a file that was
     * deleted meanwhile.
     */
    public static Optional<String> lastingProblem(Path file) {
        Optional<String> first = problem(file);
        if (first.isEmpty()) {
            return first;
        }
        Path folder = DurableFiles.folderOf(file);
        ReentrantLock here = BUILDERS_HERE.computeIfAbsent(folder, any -> new ReentrantLock());
        here.lock();
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Optional<String> again = problem(file);
            return Files.exists(file) ? again : Optional.empty();
        } catch (IOException e) {
            return first; // in a folder that nobody builds in, or that cannot be written to, it stays as it is
        } finally {
            here.unlock();
        }
    }

    /** The same, hashing a file once in this process for as long as its size and time of change stay. */
    public static Optional<String> problemOnce(Path file) {
        try {
            if (Seen.of(file).equals(SOUND_HERE.get(file))) {
                return Optional.empty();
            }
        } catch (IOException e) {
            // problem(file) gives the reason
        }
        return problem(file);
    }

    /** Makes the file, unless another process has just made it. A file in its place that is damaged is replaced. */
    public static void make(Path file, Making making) throws SQLException {
        make(file, false, making);
    }

    /** @param anyway make it also where the file in its place is sound */
    public static void make(Path file, boolean anyway, Making making) throws SQLException {
        Path folder = DurableFiles.folderOf(file);
        ReentrantLock here = BUILDERS_HERE.computeIfAbsent(folder, any -> new ReentrantLock());
        here.lock();
        try {
            DurableFiles.makeFolders(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                sweepBuildings(folder);
                if (anyway || problem(file).isPresent()) {
                    build(file, making);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be made: " + Failures.reason(e) + ".", e);
        } finally {
            here.unlock();
        }
    }

    /** Deletes the file and its digest. */
    public static void delete(Path file) throws IOException {
        SOUND_HERE.remove(file);
        Files.deleteIfExists(file);
        Files.deleteIfExists(seal(file));
    }

    /** Where the digest of a file is. */
    public static Path seal(Path file) {
        return file.resolveSibling(file.getFileName() + SEAL);
    }

    /** A name that no other build uses. */
    private static Path building(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + BUILDING);
    }

    /** Deletes what builds left behind in the folder when their processes died, unless somebody builds there now. */
    public static void sweep(Path folder) {
        ReentrantLock here = BUILDERS_HERE.computeIfAbsent(folder, any -> new ReentrantLock());
        if (!here.tryLock()) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                sweepBuildings(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be swept: " + Failures.reason(e) + ".", e);
        } finally {
            here.unlock();
        }
    }

    /** The caller holds the lock of the folder, so whatever is half built is so for good. */
    private static void sweepBuildings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().contains(BUILDING))
                    .forEach(DurableFiles::deleteTree);
        }
    }

    private static void build(Path file, Making making) throws SQLException, IOException {
        Path building = building(file);
        try {
            making.write(building);
            DurableFiles.forceTree(building);
            String digest = Digest.of(building);
            Files.deleteIfExists(seal(file));
            Files.move(building, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.replace(seal(file), digest + "  " + file.getFileName() + "\n");
            SOUND_HERE.put(file, Seen.of(file));
        } finally {
            for (String ending : new String[] {"", ".wal", ".tmp"}) {
                DurableFiles.deleteTree(building.resolveSibling(building.getFileName() + ending));
            }
        }
    }

    /** What a file looked like when it was hashed. */
    private record Seen(long bytes, long changed, String key) {
        static Seen of(Path file) throws IOException {
            Map<String, Object> found = Files.readAttributes(file, "size,lastModifiedTime,fileKey");
            return new Seen(
                    (Long) found.getOrDefault("size", 0L),
                    Files.getLastModifiedTime(file).toMillis(),
                    String.valueOf(found.get("fileKey")));
        }
    }
}
