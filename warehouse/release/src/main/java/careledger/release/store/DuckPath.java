package careledger.release.store;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.release.file.ScratchFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Paths by which DuckDB finds what is in folders of any name. It takes a {@code ?} in a path for the beginning of options
 * and keeps its log beside another folder, its driver does likewise with {@code ;}, it takes a backslash for a separator of
 * folders, and {@code a=b} for a column of the tables below it. Tables in such a folder are read through a link to it.
 * Databases are made and opened outside of it, since DuckDB follows links to them.
 */
public final class DuckPath {
    private static final String MISREAD = File.separatorChar == '\\' ? "?;=" : "?;=\\";

    private static final Map<Path, Path> LINKS = new ConcurrentHashMap<>();

    private DuckPath() {}

    /** Writes a database. */
    @FunctionalInterface
    public interface Making {
        void write(Path database) throws SQLException;
    }

    /** Opens a database. */
    @FunctionalInterface
    public interface Opening<T> {
        T open(Path database) throws SQLException;
    }

    /** By which DuckDB reads a file or folder: its own path, or one through a link. */
    public static Path of(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        for (int names = whole.getNameCount(); names > 0; names--) {
            if (isMisread(whole.getName(names - 1))) {
                Path folder = Objects.requireNonNull(whole.getRoot()).resolve(whole.subpath(0, names));
                Path link = LINKS.compute(folder, DuckPath::link);
                return names == whole.getNameCount() ? link : link.resolve(whole.subpath(names, whole.getNameCount()));
            }
        }
        return path;
    }

    /** Has a database made: where it is to be, or, where DuckDB cannot write there, at another place from which it is moved. */
    public static void make(Path file, Making making) throws SQLException, IOException {
        if (!misread(file)) {
            making.write(file);
            return;
        }
        Path made = ScratchFolder.links().resolve(UUID.randomUUID() + ".duckdb");
        try {
            making.write(made);
            Files.copy(made, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /**
     * Opens a database for reading: where it is, or, where DuckDB would look for it or its log elsewhere, by another name of
     * the same file, or by a copy where the temporary folder of the system is on another disk. The name goes again once the
     * database is open.
     */
    public static <T> T open(Path file, Opening<T> opening) throws SQLException {
        if (!misread(file)) {
            return opening.open(file);
        }
        Path name = ScratchFolder.links().resolve(UUID.randomUUID() + ".duckdb");
        try {
            linkOrCopy(name, file);
            return opening.open(name);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be opened: " + Failures.reason(e) + ".", e);
        } finally {
            name.toFile().delete();
        }
    }

    private static void linkOrCopy(Path name, Path file) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, name);
        }
    }

    /** A new folder for temporary files, in which DuckDB can write. */
    public static Path temporaryFolder(String prefix) throws IOException {
        Path usual = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        return misread(usual.resolve("any"))
                ? Files.createTempDirectory(ScratchFolder.links(), prefix)
                : Files.createTempDirectory(prefix);
    }

    /** Whether DuckDB would misread where a file is, which it finds by following links. */
    public static boolean misread(Path file) {
        for (Path name :
                DurableFiles.real(DurableFiles.folderOf(file.toAbsolutePath().normalize()))) {
            if (isMisread(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMisread(Path name) {
        return name.toString().chars().anyMatch(letter -> MISREAD.indexOf(letter) >= 0);
    }

    /** One a folder; it is made again where somebody deleted it. */
    private static Path link(Path folder, @Nullable Path before) {
        if (before != null && Files.isSymbolicLink(before)) {
            return before;
        }
        Path link = ScratchFolder.links().resolve(UUID.randomUUID().toString());
        try {
            return Files.createSymbolicLink(link, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "DuckDB needs a link to '" + folder + "', whose name it cannot read, and none can be made: "
                            + Failures.reason(e) + ". Rename the folder, or make links possible.",
                    e);
        }
    }
}
