package careledger.etl.command;

import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where Spark keeps temporary files. */
final class SparkScratch {
    private static final int LETTERS = 12;

    private SparkScratch() {}

    /**
     * Below the data folder, where the next run sweeps what a killed one left. Spark takes a comma in a name for the end of
     * the name, so the files of such a data folder are kept in the temporary folder of the system, in a folder that the next
     * run clears.
     */
    static Path folder(Path data) {
        Path scratch = data.toAbsolutePath().normalize().resolve("scratch");
        if (!scratch.toString().contains(",")) {
            return scratch;
        }
        String name =
                Digest.of(scratch.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LETTERS);
        Path elsewhere = Path.of("/tmp", "careledger-" + name);
        DurableFiles.deleteTree(elsewhere);
        return elsewhere;
    }
}
