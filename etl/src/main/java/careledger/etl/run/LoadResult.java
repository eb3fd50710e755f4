package careledger.etl.run;

import careledger.etl.stage.FileCount;
import careledger.release.run.EmbargoedSource;
import careledger.release.store.StagedRelease;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.util.List;

/** What the deliveries came to, ready to be written as a release. */
interface LoadResult {
    /** Every file, in order of path, also those under embargo. */
    List<FileCount> files();

    /** Claims that may be seen now. */
    long claims();

    /** Sources that are published later. */
    List<EmbargoedSource> embargoed();

    /** Claims, of those that may be seen now, that disagree with the one shown for their definition by more than rounding. */
    long conflicts();

    /** Everything that was refused, in order of file and line. */
    List<Rejection> rejections();

    /** The first figures of each file, in order of file and line, also those under embargo; none where nobody wants them. */
    default List<Preview> preview(int ofEachFile) {
        return List.of();
    }

    /** Writes the tables that may be seen now, and for each end of an embargo those that take their place. */
    void write(StagedRelease release) throws IOException;
}
