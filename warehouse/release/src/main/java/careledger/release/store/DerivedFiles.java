package careledger.release.store;

import careledger.release.file.SealedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files that the service made of releases, below {@code serving} and {@code downloads} of a data folder. */
public final class DerivedFiles {
    private static final List<String> FOLDERS = List.of("serving", "downloads");

    private DerivedFiles() {}

    /** Every one of them by its path below the data folder, with what is wrong with it; the empty text where nothing is. */
    public static SortedMap<String, String> check(Path data) {
        SortedMap<String, String> checked = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (Path file : files(data.resolve(folder))) {
                checked.put(
                        data.relativize(file).toString(),
                        SealedFile.problem(file)
                                .map(problem -> problem + " The service makes it again.")
                                .orElse(""));
            }
        }
        return checked;
    }

    /** Deletes those that are damaged; the service makes them again. @return their paths below the data folder */
    public static List<String> removeDamaged(Path data) {
        List<String> damaged = check(data).entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey())
                .toList();
        for (String path : damaged) {
            try {
                SealedFile.delete(data.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(data.resolve(path) + " cannot be deleted.", e);
            }
        }
        return damaged;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isDerived(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed.", e);
        }
    }

    private static boolean isDerived(String name) {
        return !name.startsWith(".") && (name.endsWith(".duckdb") || name.endsWith(".parquet"));
    }
}
