package careledger.etl.run;

import careledger.etl.stage.FileCount;
import careledger.release.store.Release;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the deliveries came to, ready to be written as a release. */
interface LoadResult {
    /** Every file, in order of path. */
    List<FileCount> files();

    /** Claims that disagree with the one shown for their definition by more than rounding. */
    long conflicts();

    /** Everything that was refused, in order of file and line. */
    List<Rejection> rejections();

    /**
     * Writes the tables.
     *
     * @param previous sound release whose files may stand for what is the same in both
     * @return digests of what the files hold, by path below the release
     */
    Map<String, String> write(Path release, Optional<Release> previous) throws IOException;
}
