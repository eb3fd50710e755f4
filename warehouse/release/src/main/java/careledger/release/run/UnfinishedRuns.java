package careledger.release.run;

import careledger.release.file.DurableFiles;
import careledger.release.file.ScratchFolder;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs left behind when they died, cleaned up by the next process to hold the lock: until then the current release is
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
        free(lock);
        records.unfinished().forEach(record -> end(record, lock, RunRecord.NO_RESULT));
    }

    /** Deletes what they left, and writes nothing: on a full disk this comes first. */
    public void free(DataLock lock) {
        lock.require(data);
        releases.clearStaging(lock);
        ScratchFolder.sweep(data);
        DurableFiles.sweepTemporaries(data);
        records.sweep();
        records.unfinished().forEach(record -> removeUnserved(record, lock));
    }

    /**
     * Ends a run that failed and can still say so.
     *
     * @param record as far as the run had come
     * @param words why it failed
     */
    public void settle(DataLock lock, RunRecord record, String words) {
        lock.require(data);
        releases.clearStaging(lock);
        end(record, lock, words);
    }

    private void end(RunRecord record, DataLock lock, String words) {
        Optional<String> noted = record.release();
        if (noted.isPresent() && noted.equals(releases.namedId())) {
            records.write(record.published(noted.get()));
            return;
        }
        if (noted.isPresent() && releases.currentProblem().isPresent()) {
            records.write(record.failed(words + " Its release " + noted.get()
                    + " was kept, because CURRENT cannot be read and may name it."));
            return;
        }
        removeUnserved(record, lock);
        records.write(record.failed(words));
    }

    private void removeUnserved(RunRecord record, DataLock lock) {
        if (releases.currentProblem().isEmpty()) {
            record.release()
                    .filter(id -> !releases.namedId().equals(Optional.of(id)))
                    .ifPresent(id -> releases.removeUnfinished(lock, id));
        }
    }
}
