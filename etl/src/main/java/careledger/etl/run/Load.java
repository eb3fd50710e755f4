package careledger.etl.run;

import careledger.etl.input.LoadPlan;
import careledger.etl.stage.FileCount;
import careledger.etl.stage.LoadJob;
import careledger.etl.stage.Loaded;
import careledger.etl.stage.ReleaseWriter;
import careledger.etl.stage.SparkSessions;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.warehouse.release.Release;
import careledger.warehouse.release.ReleaseCheck;
import careledger.warehouse.release.ReleaseDiff;
import careledger.warehouse.release.StagedRelease;
import careledger.warehouse.run.ClaimChanges;
import careledger.warehouse.run.ExtractCount;
import careledger.warehouse.run.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The part of a run that needs Spark. */
final class Load {
    private final Path extracts;
    private final Progress progress;

    Load(Path extracts, Progress progress) {
        this.extracts = extracts;
        this.progress = progress;
    }

    /** The record stays RUNNING: a check ends in no release and leaves no record. */
    RunOutcome check(LoadPlan plan, RunRecord record) {
        progress.start("starting Spark");
        SparkSession spark = spark();
        Loaded loaded = read(spark, plan);
        long conflicts = loaded.conflicts();
        RunRecord read = counted(record, loaded.files()).withChanges(new ClaimChanges(0, 0, 0, conflicts));
        return ended(timed(read), plan, loaded);
    }

    RunOutcome publish(LoadPlan plan, RunRecord record, Publication publication, String releaseId) throws IOException {
        progress.start("starting Spark");
        SparkSession spark = spark();
        Loaded loaded = read(spark, plan);
        RunRecord read = counted(record, loaded.files());
        Optional<String> objection = publication.objection(loaded.files());
        if (objection.isPresent()) {
            return ended(timed(read).failed(objection.get()), plan, loaded);
        }
        StagedRelease staged = publication.releases().stage(publication.lock());
        progress.start("writing the release");
        new ReleaseWriter(spark, staged.dir()).write(plan, loaded);
        progress.start("checking the release");
        List<String> faults = ReleaseCheck.problems(staged.dir());
        if (!faults.isEmpty()) {
            publication.releases().discard(staged);
            return ended(
                    timed(read).failed("The release does not hold together: " + String.join(" ", faults)),
                    plan,
                    loaded);
        }
        progress.start("comparing it with the served release");
        RunRecord compared = read.withChanges(changes(publication, staged, loaded));
        progress.start("publishing");
        Release release = publication
                .releases()
                .publish(staged, releaseId, record.id(), record.inputDigest().orElseThrow());
        return ended(timed(compared).published(release.id()), plan, loaded);
    }

    private static SparkSession spark() {
        return SparkSessions.local(Runtime.getRuntime().availableProcessors());
    }

    private Loaded read(SparkSession spark, LoadPlan plan) {
        progress.start("reading " + plan.readable().size() + " files and deciding headlines");
        Loaded loaded = new LoadJob(spark).load(plan, extracts.toAbsolutePath());
        progress.note(loaded.files().stream().mapToLong(FileCount::claims).sum() + " claims");
        return loaded;
    }

    private static ClaimChanges changes(Publication publication, StagedRelease staged, Loaded loaded) {
        long conflicts = loaded.conflicts();
        Optional<Release> current = publication.releases().current();
        if (current.isEmpty()) {
            long claims = loaded.files().stream().mapToLong(FileCount::claims).sum();
            return new ClaimChanges(claims, 0, 0, conflicts);
        }
        ReleaseDiff diff = publication.releases().diff(current.get(), staged, 0);
        return new ClaimChanges(diff.added(), diff.changed(), diff.removed(), conflicts);
    }

    private static RunRecord counted(RunRecord record, List<FileCount> files) {
        return record.withExtracts(files.stream()
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
                .toList());
    }

    private RunRecord timed(RunRecord record) {
        RunRecord timed = record;
        for (var stage : progress.millis().entrySet()) {
            timed = timed.withTiming(stage.getKey(), stage.getValue());
        }
        return timed;
    }

    private static RunOutcome ended(RunRecord record, LoadPlan plan, Loaded loaded) {
        List<Rejection> rejections =
                loaded.rejections().sort("file", "line", "column_name", "rule").collectAsList().stream()
                        .map(Load::rejection)
                        .toList();
        return new RunOutcome(
                record,
                rejections,
                plan.deliveries().stream()
                        .flatMap(delivery -> delivery.expected().stream())
                        .toList());
    }

    private static Rejection rejection(Row row) {
        return new Rejection(
                row.getAs("file"),
                row.<Integer>getAs("line"),
                Optional.ofNullable(row.<String>getAs("column_name")),
                Optional.ofNullable(row.<String>getAs("value")),
                Rule.of(row.getAs("rule")),
                row.getAs("reason"));
    }
}
