package careledger.etl.run;

import careledger.etl.input.LoadPlan;
import careledger.etl.stage.SparkSettings;
import careledger.etl.store.DeliveryMirror;
import careledger.release.file.DurableFiles;
import careledger.release.run.ClaimChanges;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.run.UnfinishedRuns;
import careledger.release.servingfile.ServingFile;
import careledger.release.servingfile.ServingFolder;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of the ETL: looks whether anything changed, and if so loads the deliveries into a new release. Every run but a
 * check leaves a record; a run that ends in any other way than by publishing leaves the served release as it was.
 *
 * <p>A run may die at any moment. The next one settles what it left behind ({@link UnfinishedRuns}).
 */
public final class EtlRun {
    private final RunOptions options;
    private final Progress progress;
    private final Deliveries deliveries;
    private final SparkSettings spark;
    private final Loading loading;
    private @Nullable TimeLimit limit;

    /** By Spark in this JVM. */
    public EtlRun(RunOptions options, Progress progress) {
        this(options, progress, SparkSettings.usual(), Optional.empty());
    }

    /** @param mirror that keeps the options' extracts as they lie elsewhere, where they do */
    public EtlRun(RunOptions options, Progress progress, SparkSettings spark, Optional<DeliveryMirror> mirror) {
        this(
                options,
                progress,
                spark,
                mirror,
                new SparkLoading(options.data().resolve("parsed"), options.full(), spark, progress));
    }

    EtlRun(RunOptions options, Progress progress, Loading loading) {
        this(options, progress, SparkSettings.usual(), Optional.empty(), loading);
    }

    private EtlRun(
            RunOptions options,
            Progress progress,
            SparkSettings spark,
            Optional<DeliveryMirror> mirror,
            Loading loading) {
        this.options = options;
        this.progress = progress;
        this.spark = spark;
        this.deliveries = new Deliveries(options.extracts(), mirror, options.settle(), progress);
        this.loading = loading;
    }

    /** Ends the run when the time is over. */
    public EtlRun within(TimeLimit timeLimit) {
        this.limit = timeLimit;
        return this;
    }

    /** Loads and publishes; a dry run publishes nothing and leaves no record, only its report. @throws careledger.release.store.DataLockedException while another run goes on */
    public RunOutcome run() throws IOException {
        try (DataLock lock = DataLock.take(options.data())) {
            UnfinishedRuns unfinished = new UnfinishedRuns(options.data());
            unfinished.settle(lock);
            Releases releases = new Releases(options.data());
            if (options.dryRun()) {
                return rehearsed(lock, releases);
            }
            RunRecords records = new RunRecords(options.data());
            String stamp = records.nextStamp(Instant.now());
            RunRecord started = RunRecord.started(records.idOf(stamp), options.trigger(), releases.currentId());
            records.write(started);
            Publication publication = new Publication(releases, records, lock, baseline(releases, records));
            RunExecution attempt = new RunExecution(options, deliveries, loading, publication, progress, started);
            Reports reports = new Reports(records, progress, options.accepted());
            progress.follow(stage -> records.write(attempt.record().at(stage)));
            RunOutcome outcome = ended(attempt, stamp, unfinished, publication, reports);
            if (outcome.record().state() == RunState.PUBLISHED) {
                outcome.record().release().ifPresent(release -> prepareServing(releases, release));
            }
            options.retention().ifPresent(retention -> prune(releases, lock, retention));
            return outcome;
        }
    }

    /**
     * Reads everything, reports every refusal and finds out whether a run would publish it; nothing is written. The record
     * stays RUNNING, or is FAILED where a run would fail.
     *
     * @param shown how many figures of each file are shown
     */
    public RunOutcome check(int shown) throws IOException {
        Path scratch = Files.createTempDirectory("care-ledger-check-");
        try {
            LoadPlan plan = deliveries.plan(deliveries.folders());
            LoadResult load =
                    new SparkLoading(scratch.resolve("parsed"), true, spark, progress).read(plan, Instant.now());
            progress.start("checking the release");
            Releases releases = new Releases(options.data());
            BaselineComparison served =
                    new BaselineComparison(releases, Baseline.of(releases, new RunRecords(options.data())));
            Optional<String> objection =
                    ReleaseTrial.objection(plan, load, served, Files.createDirectory(scratch.resolve("release")));
            RunRecord checked = RunRecord.started("check", options.trigger(), Optional.empty())
                    .withExtracts(RunExecution.counts(load.files()))
                    .withEmbargoed(load.embargoed())
                    .withChanges(new ClaimChanges(0, 0, 0, load.conflicts()));
            return new RunOutcome(
                    objection
                            .map(words -> checked.failed("A run would fail. " + words))
                            .orElse(checked),
                    load.rejections(),
                    RunExecution.expected(plan),
                    Optional.empty(),
                    load.preview(shown));
        } finally {
            DurableFiles.deleteTree(scratch);
        }
    }

    /** The same, and shows no figures. */
    public RunOutcome check() throws IOException {
        return check(0);
    }

    private RunOutcome rehearsed(DataLock lock, Releases releases) throws IOException {
        RunRecord started = RunRecord.started("dry-run", options.trigger(), releases.currentId());
        RunRecords records = new RunRecords(options.data());
        Publication publication = new Publication(releases, records, lock, baseline(releases, records));
        try {
            RunOutcome outcome =
                    new RunExecution(options, deliveries, loading, publication, progress, started).make("dry-run");
            new Reports(publication.records(), progress, options.accepted()).write(outcome);
            return outcome;
        } finally {
            releases.clearStaging(lock);
        }
    }

    /** Whatever ends the attempt, its record says so, or the next run will find out. */
    private RunOutcome ended(
            RunExecution attempt, String stamp, UnfinishedRuns unfinished, Publication publication, Reports reports)
            throws IOException {
        try {
            RunOutcome outcome = attempt.make(stamp);
            publication.records().writeRejections(outcome.record().id(), outcome.rejections());
            publication.records().writeEnd(outcome.record());
            reports.write(outcome);
            publication.releases().clearStaging(publication.lock());
            return outcome;
        } catch (Exception | Error e) { // Spark throws checked exceptions that it does not declare
            String words = describe(e);
            try {
                unfinished.settle(publication.lock(), attempt.record(), words);
                reports.writeFailed(attempt.record().id());
            } catch (RuntimeException unwritten) {
                e.addSuppressed(unwritten);
            }
            Optional<String> published = publication
                    .records()
                    .find(attempt.record().id())
                    .filter(run -> run.state() == RunState.PUBLISHED)
                    .flatMap(RunRecord::release);
            throw new RunFailedException(
                    published
                            .map(release ->
                                    "Release " + release + " is published, but afterwards something failed: " + words)
                            .orElse(words),
                    e);
        }
    }

    /** Spares the service the work at its next start; it does it itself where this fails. */
    private void prepareServing(Releases releases, String release) {
        try {
            ServingFile.build(releases.get(release), ServingFile.place(options.data(), release));
        } catch (RuntimeException e) {
            progress.note("The run is over, but the file that the service reads was not made: " + FailureMessages.of(e)
                    + " The service makes it when it starts.");
        }
        try {
            new ServingFolder(options.data()).sweep(Set.of());
        } catch (RuntimeException e) {
            progress.note(
                    "The run is over, but files made of earlier releases were not removed: " + FailureMessages.of(e));
        }
    }

    /** The run has ended well by now, whatever becomes of old releases. */
    private void prune(Releases releases, DataLock lock, Retention retention) {
        try {
            releases.prune(lock, retention, Instant.now());
        } catch (RuntimeException e) {
            progress.note("The run is over, but old releases were not removed: " + FailureMessages.of(e));
        }
    }

    /** A thread that stays interrupted could not write the record: its files would be closed under it. */
    private String describe(Throwable failure) {
        if (limit != null && limit.expired()) {
            Thread.interrupted();
            return limit.message();
        }
        return FailureMessages.of(failure);
    }

    private Baseline baseline(Releases releases, RunRecords records) {
        Baseline baseline = Baseline.of(releases, records);
        baseline.damage()
                .ifPresent(damage -> progress.note(damage + " It is made again, and compared with "
                        + baseline.compared()
                                .map(release -> "release " + release.id())
                                .orElse("nothing") + "."));
        return baseline;
    }
}
