package careledger.release.store;

import careledger.release.file.Failures;
import careledger.release.file.PresentFiles;
import careledger.release.file.SealedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files that the service made of releases, below {@code serving} and {@code downloads} of a data folder. */
public final class DerivedFiles {
    private static final List<String> FOLDERS = List.of("serving", "downloads");

    private DerivedFiles() {}

    /** Every one of them by its path below the data folder, with what is wrong with it; the empty text where nothing is. */
    public static SortedMap<String, String> check(Path data) {
        SortedMap<String, String> checked = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (Path file : files(data.resolve(folder))) {
                String problem = SealedFile.lastingProblem(file).orElse("");
                if (Files.exists(file)) {
                    checked.put(
                            data.relativize(file).toString(),
                            problem.isEmpty() ? "" : problem + " The service makes it again.");
                }
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
                throw new UncheckedIOException(
                        data.resolve(path) + " cannot be deleted: " + Failures.reason(e) + ".", e);
            }
        }
        return damaged;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new PresentFiles((file, attributes) -> {
                if (isDerived(file.getFileName().toString())) {
                    files.add(file);
                }
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed: " + Failures.reason(e) + ".", e);
        }
        Collections.sort(files);
        return files;
    }

    private static boolean isDerived(String name) {
        return !name.startsWith(".") && (name.endsWith(".duckdb") || name.endsWith(".parquet"));
    }
}
