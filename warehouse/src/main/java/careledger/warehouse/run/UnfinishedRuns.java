package careledger.warehouse.run;

import careledger.warehouse.file.DurableFiles;
import careledger.warehouse.release.DataLock;
import careledger.warehouse.release.Releases;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs left behind when they died, put in order by whoever next holds the lock: until then the current release is
 * served as ever.
 *
 * <p>A run notes the id of its release before it publishes, so it is known what became of it: where that release is the
 * current one the run did publish and only could not say so; where it is not, the release is removed. Doing it twice, or
 * dying in the midst of it, does no harm.
 */
public final class UnfinishedRuns {
    private final Path data;
    private final Releases releases;
    private final RunRecords records;

    public UnfinishedRuns(Path data) {
        this.data = data;
        this.releases = new Releases(data);
        this.records = new RunRecords(data);
    }

    /** @param lock of the data folder: while it is held, no run that is recorded as RUNNING can be alive */
    public void settle(DataLock lock) {
        lock.require(data);
        records.unfinished().forEach(record -> settle(record, lock));
        releases.clearStaging(lock);
        DurableFiles.deleteTree(data.resolve("scratch"));
        DurableFiles.sweepTemporaries(data);
        records.sweep();
    }

    private void settle(RunRecord record, DataLock lock) {
        Optional<String> noted = record.release();
        if (noted.isPresent() && noted.equals(releases.currentId())) {
            records.write(record.published(noted.get()));
            return;
        }
        noted.ifPresent(id -> releases.removeUnfinished(lock, id));
        records.write(record.failed(RunRecord.WITHOUT_A_WORD));
    }
}
