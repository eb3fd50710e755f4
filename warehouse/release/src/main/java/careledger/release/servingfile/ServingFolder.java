package careledger.release.servingfile;

import careledger.release.file.Failures;
import careledger.release.file.SealedFile;
import careledger.release.store.DerivedFiles;
import careledger.release.store.Releases;
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
    private static final String CURRENT = "serving";

    private final Path folder;
    private final Releases releases;
    private final boolean ofCurrent;

    public ServingFolder(Path data) {
        this(data, CURRENT);
    }

    private ServingFolder(Path data, String name) {
        this.folder = data.resolve(name);
        this.releases = new Releases(data);
        this.ofCurrent = name.equals(CURRENT);
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

    /**
     * Deletes serving files of other releases than these, and what builds left behind when their processes died. A file
     * that somebody opens just now stays, in this process or in another, since who opens it holds its release; so does that
     * of the current release, which a run may just have made.
     */
    public void sweep(Set<String> used) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        SealedFile.sweep(folder);
        Optional<String> current = releases.currentId();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Optional<String> release = DerivedFiles.servedBy(file).filter(id -> !used.contains(id));
                if (release.isPresent()) {
                    if (!release.equals(current)) {
                        releases.unlessHeld(release.get(), () -> DerivedFiles.delete(file));
                    } else if (!ofCurrent) {
                        DerivedFiles.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be swept: " + Failures.reason(e) + ".", e);
        }
    }
}
