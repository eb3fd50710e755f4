package careledger.etl.run;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.InputDigest;
import careledger.etl.input.LoadPlan;
import careledger.etl.stage.FileCount;
import careledger.release.run.ClaimChanges;
import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.release.store.Release;
import careledger.release.store.ReleaseCheck;
import careledger.release.store.ReleaseDiff;
import careledger.release.store.RollbackMarker;
import careledger.release.store.StagedRelease;
import careledger.schema.mapping.ExpectedRejection;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a run does between its first record and its last, under the lock. */
final class RunExecution {
    private static final int DIGEST_LETTERS = 8;

    private final RunOptions options;
    private final Deliveries deliveries;
    private final Loading loading;
    private final Publication publication;
    private final Progress progress;
    private RunRecord record;
    private Optional<ServedReleaseComparison> comparison = Optional.empty();

    RunExecution(
            RunOptions options,
            Deliveries deliveries,
            Loading loading,
            Publication publication,
            Progress progress,
            RunRecord started) {
        this.options = options;
        this.deliveries = deliveries;
        this.loading = loading;
        this.publication = publication;
        this.progress = progress;
        this.record = started;
    }

    /** As far as the run has come. */
    RunRecord record() {
        return record;
    }

    RunOutcome make(String stamp) throws IOException {
        List<DeliveryFolder> seen = deliveries.folders();
        Optional<String> nothingToDo = nothingToDo(seen);
        CompleteDeliveries whole = new CompleteDeliveries(options, progress);
        if (nothingToDo.isPresent()) {
            return without(record.unchanged(nothingToDo.get() + whole.beingWritten(seen)));
        }
        whole.of(seen, publication.baseline());
        if (whole.postponed().isPresent()) {
            String words = whole.postponed().get();
            return without(publication.sound().isPresent() ? record.unchanged(words) : record.failed(words));
        }
        List<DeliveryFolder> folders = whole.folders();
        if (folders.size() < seen.size()) {
            record = record.noted(whole.describe());
            if (nothingToDo(folders).isPresent()) {
                return without(record.unchanged(whole.describe()));
            }
        }
        String digest = record.inputDigest().orElseThrow();
        LoadPlan plan = deliveries.plan(folders);
        LoadResult load = loading.read(plan);
        record = record.withExtracts(counts(load.files()));
        List<Rejection> rejections = load.rejections();
        RunRecord ended =
                timed(loaded(load, seen, folders, rejections, stamp + "-" + digest.substring(0, DIGEST_LETTERS)));
        return new RunOutcome(ended, rejections, expected(plan), comparison);
    }

    static List<ExpectedRejection> expected(LoadPlan plan) {
        return plan.deliveries().stream()
                .flatMap(delivery -> delivery.expected().stream())
                .toList();
    }

    static List<ExtractCount> counts(List<FileCount> files) {
        return files.stream()
                .map(count -> new ExtractCount(
                        count.file().path(),
                        count.file().path(),
                        count.file().sha256(),
                        count.file().layout(),
                        count.rowsRead(),
                        count.rowsAccepted(),
                        count.rowsRejected(),
                        count.cellsRead(),
                        count.cellsAccepted(),
                        count.cellsRejected(),
                        count.claims()))
                .toList();
    }

    private static RunOutcome without(RunRecord ended) {
        return new RunOutcome(ended, List.of(), List.of(), Optional.empty());
    }

    /** Why there is nothing to load, of these deliveries; their digest is recorded. */
    private Optional<String> nothingToDo(List<DeliveryFolder> folders) throws IOException {
        String digest = InputDigest.of(folders);
        record = record.withInputDigest(digest);
        if (options.full()) {
            return Optional.empty();
        }
        Optional<Release> same = publication
                .sound()
                .filter(release -> release.manifest().inputDigest().equals(digest));
        if (same.isPresent()) {
            return Optional.of("The deliveries, their mappings and the program are those of release "
                    + same.get().id() + ".");
        }
        Optional<RollbackMarker> left = publication.releases().rolledBack().filter(one -> one.inputDigest()
                .equals(digest));
        return left.map(one -> "The deliveries are those of release " + one.release()
                + ", which was rolled back from. Serve it again by `rollback " + one.release()
                + "`, or make it anew by `etl run --full`.");
    }

    private RunRecord loaded(
            LoadResult load,
            List<DeliveryFolder> seen,
            List<DeliveryFolder> folders,
            List<Rejection> rejections,
            String releaseId)
            throws IOException {
        Optional<String> objection = publication.objection(load.files(), options.accepted());
        if (objection.isPresent()) {
            return record.failed(objection.get());
        }
        StagedRelease staged = publication.releases().stage(publication.lock());
        progress.start("writing the release");
        var contents = load.write(staged.dir(), options.full() ? Optional.empty() : publication.sound());
        progress.start("checking the release");
        List<String> faults = ReleaseCheck.problems(staged.dir());
        if (!faults.isEmpty()) {
            return record.failed("The release does not hold together: " + String.join(" ", faults));
        }
        progress.start("comparing it with the served release");
        long claims = load.files().stream().mapToLong(FileCount::claims).sum();
        comparison = publication.compare(staged, claims);
        record = record.withChanges(changes(load));
        comparison.ifPresent(
                made -> record = record.withMovedHeadlines(made.headlines().total()));
        deliveries.requireUnchanged(seen, folders);
        Optional<Release> twin = publication.sound().filter(release -> isTwin(release, staged));
        if (twin.isPresent()) {
            return record.unchanged(
                    "Made in full again, byte for byte as release " + twin.get().id() + " is.");
        }
        if (options.dryRun()) {
            return record;
        }
        Optional<String> blocked =
                publication.baseline().nothingToCompare(publication.releases(), staged, options.accepted());
        if (blocked.isPresent()) {
            return record.failed(blocked.get());
        }
        String objections =
                comparison.map(made -> made.objections(options.accepted())).orElse("");
        if (!objections.isEmpty()) {
            return record.failed(objections);
        }
        record = timed(record).publishing(releaseId);
        progress.start("publishing");
        publication.records().writeRejections(record.id(), rejections);
        publication.records().write(record);
        Release release = publication
                .releases()
                .publish(staged, releaseId, record.id(), record.inputDigest().orElseThrow(), contents);
        return record.published(release.id());
    }

    /** A release of the same deliveries need not be published twice. */
    private boolean isTwin(Release release, StagedRelease staged) {
        return record.inputDigest().equals(Optional.of(release.manifest().inputDigest()))
                && publication.releases().holdsTheSame(release, staged);
    }

    private ClaimChanges changes(LoadResult load) {
        if (comparison.isEmpty()) {
            long claims = load.files().stream().mapToLong(FileCount::claims).sum();
            return new ClaimChanges(claims, 0, 0, load.conflicts());
        }
        ReleaseDiff diff = comparison.get().diff();
        return new ClaimChanges(diff.added(), diff.changed(), diff.removed(), load.conflicts());
    }

    private RunRecord timed(RunRecord ended) {
        RunRecord timed = ended;
        for (var stage : progress.millis().entrySet()) {
            timed = timed.withTiming(stage.getKey(), stage.getValue());
        }
        return timed;
    }
}
