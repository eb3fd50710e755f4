package careledger.etl.command;

import careledger.release.file.Digest;
import careledger.release.file.Failures;
import careledger.release.file.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where Spark keeps temporary files. */
final class SparkScratch {
    private static final int LETTERS = 12;
    private static final Path TEMPORARY = Path.of("/tmp");

    private SparkScratch() {}

    /**
     * In the folder of this process below the data folder, which others leave alone while it lives, and which the next start
     * sweeps where it was killed. Spark takes a comma in a name for the end of the name, so it is given a link to such a
     * folder.
     */
    static Path folder(Path data) {
        Path own = ScratchFolder.own(data);
        return own.toString().contains(",") ? link(own) : own;
    }

    /** In the temporary folder of the system. A killed run leaves the link, which leads nowhere and which the next one deletes. */
    private static Path link(Path own) {
        try {
            String scratch = beginning(own.resolveSibling("scratch"));
            sweep(scratch);
            Path link = TEMPORARY.resolve("careledger-" + scratch + beginning(own));
            Files.createSymbolicLink(link, own);
            link.toFile().deleteOnExit();
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException("No link to " + own + " can be made: " + Failures.reason(e) + ".", e);
        }
    }

    private static void sweep(String beginning) throws IOException {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(TEMPORARY, "careledger-" + beginning + "*")) {
            for (Path link : links) {
                if (Files.isSymbolicLink(link) && !Files.exists(link)) {
                    Files.deleteIfExists(link);
                }
            }
        }
    }

    private static String beginning(Path path) {
        return Digest.of(path.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LETTERS);
    }
}
