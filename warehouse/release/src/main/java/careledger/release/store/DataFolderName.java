package careledger.release.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which names a data folder may have. DuckDB takes a {@code ?} in a path for the beginning of options and keeps its log
 * beside another folder, its driver does likewise with {@code ;}, it takes a backslash for a separator of folders, and {@code a=b} for a column of the
 * tables below it.
 */
public final class DataFolderName {
    private static final String UNUSABLE = File.separatorChar == '\\' ? "?;=" : "?;=\\";

    private DataFolderName() {}

    /** Why releases in this folder could not be served, and what to do about it; empty where they can. */
    public static Optional<String> problem(Path data) {
        for (Path element : real(data)) {
            Optional<String> found = problem(data, element.toString());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException where releases in this folder could not be served */
    static void require(Path data) {
        problem(data).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    private static Optional<String> problem(Path data, String name) {
        return UNUSABLE.chars()
                .filter(character -> name.indexOf(character) >= 0)
                .mapToObj(character -> "The data folder '" + data + "' cannot be used: the name '" + name + "' has '"
                        + (char) character + "' in it, and DuckDB cannot read releases in such a folder. Rename '"
                        + name
                        + "', or use a data folder in another place (--data, or careledger.data of the service).")
                .findFirst();
    }

    /** DuckDB follows links, too. */
    private static Path real(Path data) {
        try {
            return Files.exists(data) ? data.toRealPath() : data.toAbsolutePath();
        } catch (IOException e) {
            return data.toAbsolutePath();
        }
    }
}
