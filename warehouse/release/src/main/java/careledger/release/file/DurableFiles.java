package careledger.release.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writing that survives a crash: a file is there whole or not at all, and what was reported as done stays done. */
public final class DurableFiles {
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9a-f-]+\\.tmp");

    private DurableFiles() {}

    /** Replaces the file in one step: readers see the old text or the new, never a part. */
    public static void replace(Path file, String text) {
        replace(file, text, Access.USUAL);
    }

    /** The same, of a file that nobody but its owner may read at any moment, where the file system knows of owners. */
    public static void replaceOwnerOnly(Path file, String text) {
        replace(file, text, Access.OWNER_ONLY);
    }

    private enum Access {
        USUAL,
        OWNER_ONLY
    }

    private static void replace(Path file, String text, Access access) {
        Path folder = folderOf(file);
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            makeFolders(folder);
            if (access == Access.OWNER_ONLY) {
                createOwnerOnly(temporary);
            }
            write(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw new UncheckedIOException(file + " cannot be written: " + Failures.reason(e) + ".", e);
        }
    }

    /** Renames in one step and makes the new name, and the going of the old one, last. The target must not be there. */
    public static void rename(Path from, Path to) {
        try {
            makeFolders(folderOf(to));
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folderOf(to));
            forceFolder(folderOf(from));
        } catch (IOException e) {
            throw new UncheckedIOException(from + " cannot be moved to " + to + ": " + Failures.reason(e) + ".", e);
        }
    }

    /** Forces every file and folder below the root, and the root itself, to the disk. */
    public static void forceTree(Path root) {
        try {
            for (Path path : tree(root)) {
                if (Files.isDirectory(path)) {
                    forceFolder(path);
                } else {
                    forceFile(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be forced to the disk: " + Failures.reason(e) + ".", e);
        }
    }

    /** Deletes what is there; a root that is not there is no mistake. */
    public static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try {
            List<Path> deepestFirst =
                    tree(root).stream().sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be deleted: " + Failures.reason(e) + ".", e);
        }
    }

    /** Deletes what a {@link #replace} left behind in the folder when its process died. */
    public static void sweepTemporaries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one ->
                            TEMPORARY.matcher(one.getFileName().toString()).matches())
                    .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be swept: " + Failures.reason(e) + ".", e);
        }
    }

    /** Makes the folder and those above it, each of them lasting. */
    public static void makeFolders(Path folder) throws IOException {
        Path lowest = folder.toAbsolutePath();
        if (Files.isDirectory(lowest)) {
            return;
        }
        Path parent = lowest.getParent();
        if (parent != null) {
            makeFolders(parent);
        }
        Files.createDirectories(lowest);
        if (parent != null) {
            forceFolder(parent);
        }
    }

    private static void deleteQuietly(Path temporary, IOException reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void createOwnerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(folderOf(file)).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        forceFile(folder);
    }

    /** The folder that the file lies in. */
    public static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " lies in no folder.");
        }
        return folder;
    }

    /** A path without links, as far as it is there. */
    public static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
