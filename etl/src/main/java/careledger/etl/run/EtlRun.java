package careledger.etl.run;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.etl.input.InputDigest;
import careledger.etl.input.LoadPlan;
import careledger.etl.input.LoadPlanner;
import careledger.schema.catalogue.CatalogueReader;
import careledger.warehouse.release.DataLock;
import careledger.warehouse.release.Release;
import careledger.warehouse.release.Releases;
import careledger.warehouse.run.RunRecord;
import careledger.warehouse.run.RunRecords;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * One run of the ETL: looks whether anything changed, and if so loads the deliveries into a new release. Every run but a
 * check leaves a record; a run that ends in any other way than by publishing leaves the served release as it was.
 */
public final class EtlRun {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DIGEST_LETTERS = 8;

    private final RunOptions options;
    private final Progress progress;

    public EtlRun(RunOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Loads and publishes. @throws careledger.warehouse.release.DataLockedException while another run goes on */
    public RunOutcome run() throws IOException {
        try (DataLock lock = DataLock.take(options.data())) {
            Releases releases = new Releases(options.data());
            RunRecords records = new RunRecords(options.data());
            Optional<Release> current = releases.current();
            String stamp = STAMP.format(Instant.now());
            RunRecord started = RunRecord.started("run-" + stamp, options.trigger(), current.map(Release::id));
            records.write(started);
            RunOutcome outcome = attempt(lock, releases, records, current, stamp, started);
            records.writeRejections(outcome.record().id(), outcome.rejections());
            records.write(outcome.record());
            return outcome;
        }
    }

    /** Reads everything and reports every refusal; nothing is written. */
    public RunOutcome check() throws IOException {
        RunRecord started =
                RunRecord.started("check-" + STAMP.format(Instant.now()), options.trigger(), Optional.empty());
        LoadPlan plan = plan(folders());
        return new Load(options.extracts(), progress).check(plan, started);
    }

    private RunOutcome attempt(
            DataLock lock,
            Releases releases,
            RunRecords records,
            Optional<Release> current,
            String stamp,
            RunRecord started)
            throws IOException {
        RunRecord record = started;
        try {
            List<DeliveryFolder> folders = folders();
            String digest = InputDigest.of(folders);
            record = started.withInputDigest(digest);
            WholeDeliveries whole = new WholeDeliveries(options, progress);
            if (isOf(current, digest)) {
                return new RunOutcome(
                        record.unchanged("The deliveries, their mappings and the program are those of release "
                                + current.orElseThrow().id() + "." + whole.beingWritten(folders)),
                        List.of(),
                        List.of());
            }
            whole.of(folders, current, records);
            if (whole.postponed().isPresent()) {
                String words = whole.postponed().get();
                return new RunOutcome(
                        current.isPresent() ? record.unchanged(words) : record.failed(words), List.of(), List.of());
            }
            if (whole.folders().size() < folders.size()) {
                folders = whole.folders();
                digest = InputDigest.of(folders);
                record = record.withInputDigest(digest).noted(whole.inWords());
                if (isOf(current, digest)) {
                    return new RunOutcome(record.unchanged(whole.inWords()), List.of(), List.of());
                }
            }
            Publication publication = new Publication(releases, records, lock, options.acceptRejections());
            return new Load(options.extracts(), progress)
                    .publish(plan(folders), record, publication, stamp + "-" + digest.substring(0, DIGEST_LETTERS));
        } catch (IOException | RuntimeException e) {
            records.write(record.failed(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private static boolean isOf(Optional<Release> current, String digest) {
        return current.filter(release -> release.manifest().inputDigest().equals(digest))
                .isPresent();
    }

    private List<DeliveryFolder> folders() throws IOException {
        progress.start("looking at the deliveries");
        List<DeliveryFolder> folders = new ExtractsRoot(options.extracts()).folders();
        if (folders.isEmpty()) {
            throw new IOException("The extracts directory " + options.extracts() + " holds no delivery folder.");
        }
        return folders;
    }

    private LoadPlan plan(List<DeliveryFolder> folders) {
        progress.start("reading the mappings");
        LoadPlan plan = LoadPlanner.plan(folders, CatalogueReader.builtIn());
        progress.note(plan.readable().size() + " of " + plan.files().size() + " files of " + folders.size()
                + " deliveries can be read");
        return plan;
    }
}
