package careledger.etl.command;

import careledger.release.file.ScratchFolder;
import java.nio.file.Path;

/** Where Spark keeps temporary files. */
final class SparkScratch {
    private SparkScratch() {}

    /**
     * In the folder of this process, which others leave alone while it lives, and which the next start sweeps where it was
     * killed. Spark takes a comma in a name for the end of the name, so it is given a link to such a folder.
     */
    static Path folder(Path data) {
        Path own = ScratchFolder.own(data);
        return own.toString().contains(",") ? ScratchFolder.linkTo(data, own) : own;
    }
}
