package careledger.release.servingfile;

import careledger.release.file.Failures;
import careledger.release.file.SealedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of serving files: {@code <release>.duckdb}, each with its digest, and beside them files that are being built. */
public final class ServingFolder {
    private static final String SERVING = ".duckdb";

    private final Path folder;

    public ServingFolder(Path data) {
        this(data, "serving");
    }

    private ServingFolder(Path data, String name) {
        this.folder = data.resolve(name);
    }

    /** That of releases before the current one, which are opened when somebody asks for them. */
    public static ServingFolder ofEarlier(Path data) {
        return new ServingFolder(data, "serving/earlier");
    }

    public Path file(String release) {
        return folder.resolve(release + SERVING);
    }

    /** Why the serving file of a release cannot be trusted; empty where it is what was built. */
    public Optional<String> damage(String release) {
        return SealedFile.problem(file(release));
    }

    /** Deletes serving files of other releases than these, and what builds left behind when their processes died. */
    public void sweep(Set<String> used) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        SealedFile.sweep(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (isOfOthers(file.getFileName().toString(), used)) {
                    SealedFile.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be swept: " + Failures.reason(e) + ".", e);
        }
    }

    private static boolean isOfOthers(String name, Set<String> used) {
        String file =
                name.endsWith(SealedFile.SEAL) ? name.substring(0, name.length() - SealedFile.SEAL.length()) : name;
        return file.endsWith(SERVING) && !used.contains(file.substring(0, file.length() - SERVING.length()));
    }
}
