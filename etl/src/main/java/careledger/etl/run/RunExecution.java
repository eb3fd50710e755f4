package careledger.etl.run;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.etl.input.InputDigest;
import careledger.etl.input.LoadPlan;
import careledger.etl.input.VisiblePart;
import careledger.etl.stage.FileCount;
import careledger.release.guard.Guard;
import careledger.release.run.ClaimChanges;
import careledger.release.run.ExtractCount;
import careledger.release.run.LeftOutDelivery;
import careledger.release.run.RunRecord;
import careledger.release.run.RunState;
import careledger.release.store.Release;
import careledger.release.store.ReleaseDiff;
import careledger.release.store.RollbackMarker;
import careledger.release.store.StagedRelease;
import careledger.schema.mapping.ExpectedRejection;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        record = record.withSeenDigest(InputDigest.of(seen));
        CompleteDeliveries whole = new CompleteDeliveries(options, progress);
        Optional<String> nothingToDo = nothingToDo(seen);
        if (nothingToDo.isPresent()) {
            record = record.withLeftOut(publication
                    .records()
                    .lastEnded()
                    .filter(last -> last.seenDigest().equals(record.seenDigest()))
                    .map(RunRecord::leftOut)
                    .orElse(List.of()));
            keep(seen, seen);
            return without(record.unchanged(nothingToDo.get() + whole.beingWritten(seen)));
        }
        Optional<RunRecord> same = sameAsBefore();
        if (same.isPresent()) {
            record = record.withLeftOut(same.get().leftOut())
                    .withInputDigest(same.get().inputDigest().orElseThrow());
            return without(record.unchanged(
                    "Nothing changed since the last run. " + ChosenDeliveries.describe(record.leftOut())));
        }
        Baseline baseline = publication.baseline();
        whole.of(seen, baseline);
        ChosenDeliveries chosen =
                new ChosenDeliveries(seen, new KeptDeliveries(options.data()), served(seen, baseline));
        if (!whole.waiting().isEmpty()) {
            record = record.withoutSeenDigest(); // what waits may be whole next time without a change that is seen
        }
        for (Map.Entry<String, String> waiting : whole.waiting().entrySet()) {
            boolean left = chosen.leaveOut(waiting.getKey(), waiting.getValue(), List.of());
            if (!left) {
                return without(record.unchanged("The delivery '" + waiting.getKey() + "' waits: " + waiting.getValue()
                        + " Nothing was loaded; what is served stays."));
            }
        }
        seen.forEach(folder -> folder.problem()
                .ifPresent(problem ->
                        chosen.leaveOut(folder.name(), problem.file() + ": " + problem.reason(), List.of(problem))));
        return load(seen, chosen, stamp);
    }

    /** Loads what can be loaded; each delivery in which something cannot be read at all is left out, and the rest tried again. */
    private RunOutcome load(List<DeliveryFolder> seen, ChosenDeliveries chosen, String stamp) throws IOException {
        while (true) {
            List<DeliveryFolder> folders = chosen.folders();
            record = record.withLeftOut(chosen.leftOut());
            if (!chosen.leftOut().isEmpty()) {
                record = record.noted(chosen.describe());
            }
            if (folders.isEmpty()) {
                String words = chosen.describe() + " Nothing else is there to be loaded.";
                return new RunOutcome(record.failed(words), chosen.rejections(), List.of(), Optional.empty());
            }
            Optional<String> nothingToDo = chosen.leftOut().isEmpty() ? Optional.empty() : nothingToDo(folders);
            if (nothingToDo.isPresent()) {
                return new RunOutcome(
                        record.unchanged(nothingToDo.get() + " " + chosen.describe()),
                        chosen.rejections(),
                        List.of(),
                        Optional.empty());
            }
            record = record.withInputDigest(InputDigest.of(folders));
            LoadPlan plan = deliveries.plan(folders);
            VisiblePart now = VisiblePart.of(plan, record.startedAt()).get(0);
            record = record.withEmbargoed(now.embargoed(Map.of()));
            boolean everything = options.accepted().contains(Guard.FILES_REFUSED);
            if (!everything && leaveOut(chosen, plan.unusable(), plan.rejections())) {
                continue;
            }
            LoadResult load = loading.read(plan, record.startedAt());
            record = record.withEmbargoed(load.embargoed());
            List<Rejection> rejections = load.rejections();
            if (!everything && leaveOut(chosen, deliveriesOf(refused(plan, load)), rejections)) {
                continue;
            }
            return published(seen, chosen, plan, load, rejections, stamp);
        }
    }

    private RunOutcome published(
            List<DeliveryFolder> seen,
            ChosenDeliveries chosen,
            LoadPlan plan,
            LoadResult load,
            List<Rejection> rejections,
            String stamp)
            throws IOException {
        List<LeftOutDelivery> leftOut = new ArrayList<>(chosen.leftOut());
        stray(plan)
                .forEach(file -> leftOut.add(new LeftOutDelivery(
                        file,
                        "No entry of " + ExtractsRoot.MAPPING + " names it; add it there, or take it away.",
                        false)));
        record = record.withExtracts(counts(load.files())).withLeftOut(leftOut);
        if (!leftOut.isEmpty()) {
            record = record.noted(ChosenDeliveries.describe(leftOut));
        }
        List<FileCount> refused = refused(plan, load);
        List<Rejection> all = new ArrayList<>(chosen.rejections());
        all.addAll(rejections);
        all.sort(Comparator.comparing(Rejection::file).thenComparing(Rejection::line));
        String digest = record.inputDigest().orElseThrow();
        RunRecord ended = timed(loaded(
                load, refused, seen, chosen.asTheyLie(), all, stamp + "-" + digest.substring(0, DIGEST_LETTERS)));
        if (ended.state() != RunState.FAILED) {
            Set<String> broken = deliveriesOf(refused);
            List<DeliveryFolder> whole = chosen.asTheyLie().stream()
                    .filter(folder -> !broken.contains(folder.name()))
                    .toList();
            keep(whole, seen);
        }
        return new RunOutcome(ended, all, expected(plan), comparison);
    }

    /** Whether a delivery is left out now that was not before. */
    private boolean leaveOut(ChosenDeliveries chosen, Set<String> names, List<Rejection> rejections) {
        boolean further = false;
        for (String name : names) {
            List<Rejection> own = rejections.stream()
                    .filter(one -> LoadPlan.deliveryOf(one.file()).equals(name))
                    .toList();
            String reason = own.stream()
                    .filter(one -> one.rule() != Rule.LEFT_OUT)
                    .min(Comparator.comparing(Rejection::line))
                    .map(one -> one.file() + (one.line() > 0 ? ", line " + one.line() : "") + ": " + one.reason())
                    .orElse("A file of it cannot be read.");
            further = chosen.leaveOut(name, reason, own) || further;
        }
        return further;
    }

    /** Files that were refused whole, without those that nobody mapped and nothing is served of. */
    private List<FileCount> refused(LoadPlan plan, LoadResult load) {
        Set<String> stray = stray(plan);
        return load.files().stream()
                .filter(FileCount::refusedWhole)
                .filter(file -> !stray.contains(file.file().path()))
                .toList();
    }

    private Set<String> stray(LoadPlan plan) {
        Set<String> stray = plan.rejections().stream()
                .filter(one -> one.rule() == Rule.FILE_UNMAPPED)
                .map(Rejection::file)
                .collect(Collectors.toCollection(TreeSet::new));
        stray.removeAll(publication.servedFiles());
        return stray;
    }

    private static Set<String> deliveriesOf(List<FileCount> files) {
        return files.stream().map(file -> file.file().delivery()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Deliveries of which something is served; any may be, where the record of the run that made the release is gone. */
    private static Set<String> served(List<DeliveryFolder> seen, Baseline baseline) {
        if (baseline.everPublished() && baseline.madeBy().isEmpty()) {
            return seen.stream().map(DeliveryFolder::name).collect(Collectors.toSet());
        }
        return baseline.madeBy().map(RunRecord::extracts).orElse(List.of()).stream()
                .filter(extract -> extract.claims() > 0)
                .map(extract -> LoadPlan.deliveryOf(extract.id()))
                .collect(Collectors.toSet());
    }

    /** The last run, where it saw the same and left something out of it, and nothing was published or rolled back since. */
    private Optional<RunRecord> sameAsBefore() {
        if (options.full() || options.dryRun()) {
            return Optional.empty();
        }
        return publication
                .records()
                .lastEnded()
                .filter(last -> !last.leftOut().isEmpty() && last.state() != RunState.FAILED)
                .filter(last -> last.seenDigest().equals(record.seenDigest()))
                .filter(last -> publication
                        .sound()
                        .filter(release ->
                                Optional.of(release.manifest().inputDigest()).equals(last.inputDigest()))
                        .isPresent());
    }

    /** Keeps copies; where that fails the run has ended well all the same. */
    private void keep(List<DeliveryFolder> loaded, List<DeliveryFolder> seen) {
        if (options.dryRun()) {
            return;
        }
        try {
            KeptDeliveries kept = new KeptDeliveries(options.data());
            kept.keep(loaded);
            kept.keepOnly(seen.stream().map(DeliveryFolder::name).collect(Collectors.toSet()));
        } catch (IOException | UncheckedIOException e) {
            progress.note("Copies of the deliveries are not kept: " + FailureMessages.of(e));
        }
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
                + "`, or make it again with `etl run --full`.");
    }

    private RunRecord loaded(
            LoadResult load,
            List<FileCount> refused,
            List<DeliveryFolder> seen,
            List<DeliveryFolder> folders,
            List<Rejection> rejections,
            String releaseId)
            throws IOException {
        Optional<String> objection = publication.objection(refused, options.accepted());
        if (objection.isPresent()) {
            return record.failed(objection.get());
        }
        StagedRelease staged = publication.releases().stage(publication.lock());
        progress.start("writing the release");
        load.write(staged);
        progress.start("checking the release");
        Optional<String> faults = ReleaseTrial.faults(load, staged);
        if (faults.isPresent()) {
            return record.failed(faults.get());
        }
        progress.start("comparing it with the served release");
        comparison = publication.compare(staged, load.claims());
        record = record.withChanges(changes(load));
        comparison.ifPresent(
                made -> record = record.withMovedHeadlines(made.headlines().total()));
        deliveries.requireUnchanged(seen, folders);
        Optional<Release> twin = publication.sound().filter(release -> isTwin(release, staged));
        if (twin.isPresent()) {
            return record.unchanged(
                    "Made in full again, byte for byte as release " + twin.get().id() + " is.");
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
        if (options.dryRun()) {
            return record;
        }
        record = timed(record).publishing(releaseId);
        progress.start("publishing");
        publication.records().writeRejections(record.id(), rejections);
        publication.records().write(record);
        Release release = publication
                .releases()
                .publish(staged, releaseId, record.id(), record.inputDigest().orElseThrow());
        return record.published(release.id());
    }

    /** A release of the same deliveries need not be published twice. */
    private boolean isTwin(Release release, StagedRelease staged) {
        return record.inputDigest().equals(Optional.of(release.manifest().inputDigest()))
                && publication.releases().holdsTheSame(release, staged);
    }

    private ClaimChanges changes(LoadResult load) {
        if (comparison.isEmpty()) {
            return new ClaimChanges(load.claims(), 0, 0, load.conflicts());
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
