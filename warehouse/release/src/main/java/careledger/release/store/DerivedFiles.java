package careledger.release.store;

import careledger.release.file.DurableFiles;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files that the service made of releases, below {@code serving} and {@code downloads} of a data folder. */
public final class DerivedFiles {
    private static final List<String> FOLDERS = List.of("serving", "downloads");
    private static final String SERVED = ".duckdb";

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
        damaged.forEach(path -> delete(data.resolve(path)));
        return damaged;
    }

    /** Deletes one, and its digest. */
    public static void delete(Path file) {
        try {
            SealedFile.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted: " + Failures.reason(e) + ".", e);
        }
    }

    /** Deletes those of releases that are not kept, with what lies beside them. The caller sees to it that nobody makes or reads them. */
    static void removeOfOthers(Path data, Predicate<String> kept) {
        for (Path serving : List.of(data.resolve("serving"), data.resolve("serving/earlier"))) {
            for (Path file : entries(serving)) {
                Optional<String> release = servedBy(file);
                if (release.isPresent() && !kept.test(homeOf(release.get()))) {
                    DurableFiles.deleteTree(file);
                }
            }
        }
        for (Path folder : entries(data.resolve("downloads"))) {
            if (!kept.test(homeOf(folder.getFileName().toString()))) {
                DurableFiles.deleteTree(folder);
            }
        }
    }

    /** The release of a serving file, or of the digest beside it. */
    public static Optional<String> servedBy(Path file) {
        String name = file.getFileName().toString();
        String made =
                name.endsWith(SealedFile.SEAL) ? name.substring(0, name.length() - SealedFile.SEAL.length()) : name;
        return name.startsWith(".") || !made.endsWith(SERVED)
                ? Optional.empty()
                : Optional.of(made.substring(0, made.length() - SERVED.length()));
    }

    private static String homeOf(String release) {
        return EmbargoedTables.homeOf(release).orElse(release);
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed: " + Failures.reason(e) + ".", e);
        }
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
        return !name.startsWith(".") && (name.endsWith(SERVED) || name.endsWith(".parquet"));
    }
}
