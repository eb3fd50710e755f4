package careledger.etl.command;

import careledger.etl.draft.Confidence;
import careledger.etl.draft.DeliveryDraft;
import careledger.etl.draft.Drafts;
import careledger.etl.draft.Guess;
import careledger.etl.run.EtlRun;
import careledger.etl.run.Progress;
import careledger.etl.run.ReportText;
import careledger.etl.run.RunOptions;
import careledger.etl.run.RunOutcome;
import careledger.etl.run.RunReport;
import careledger.etl.run.TimeLimit;
import careledger.etl.stage.SparkSettings;
import careledger.etl.store.DeliveryMirror;
import careledger.release.file.DurableFiles;
import careledger.release.guard.Guard;
import careledger.release.json.Json;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.schema.catalogue.CatalogueReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code etl run}, {@code etl check} and {@code etl new}. */
@Command(
        name = "etl",
        description = "Loads the deliveries.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(run | check | new)")
final class EtlCommand {
    private static final int STAGES_OF_A_RUN = 9;
    private static final int STAGES_OF_A_CHECK = 5;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "run",
            description = "Loads the deliveries into a new release and serves it; does nothing where nothing changed."
                    + " Exit code 0: published or unchanged; 1: failed, or not published because of what was refused or"
                    + " what a guard found; 3: another run is at work on the data folder.",
            mixinStandardHelpOptions = true)
    int run(
            @Mixin DirectoryOptions directories,
            @Option(names = "--quiet", description = "No progress.") boolean quiet,
            @Option(
                            names = "--accept",
                            paramLabel = "GUARD",
                            split = ",",
                            converter = GuardName.class,
                            description = "Publish although this guard objects: files-refused, figures-vanish,"
                                    + " headlines-move, latest-lost, rejections-jump or nothing-to-compare. May be"
                                    + " named again.")
                    @Nullable
                    List<Guard> accepted,
            @Option(names = "--accept-rejections", description = "As --accept files-refused.") boolean acceptRejections,
            @Option(
                            names = "--dry-run",
                            description =
                                    "Do everything except publish, and show every change value by value; ends with the"
                                            + " exit code that the run would have.")
                    boolean dryRun,
            @Option(
                            names = "--full",
                            description = "Read and write everything again, without reuse from earlier runs; reports"
                                    + " UNCHANGED where the current release comes out again, byte for byte.")
                    boolean full,
            @Mixin RetentionOptions retention,
            @Mixin SparkOptions spark,
            @Option(
                            names = "--publish-to",
                            paramLabel = "ADDRESS",
                            converter = FolderAddress.class,
                            description = "Publish the release also to a store, as in s3a://bucket/folder, from which"
                                    + " `fetch` brings it to other machines.")
                    @Nullable
                    URI store,
            @Option(
                            names = "--trigger",
                            paramLabel = "NAME",
                            defaultValue = "command line",
                            description = "Who asked for the run, for its record.")
                    String trigger,
            @Option(
                            names = "--settle",
                            paramLabel = "SECONDS",
                            defaultValue = "3",
                            description = "How long new files are watched before they are read; one that changes"
                                    + " meanwhile lets its delivery wait (default: 3).")
                    int settle,
            @Mixin TimeOptions time)
            throws IOException {
        keepScratchWhereItIsSweptUp(directories.data());
        RunOptions options = new RunOptions(
                directories.data(),
                directories.extracts(),
                accepted(accepted, acceptRejections),
                full,
                dryRun,
                Duration.ofSeconds(settle),
                retention.retention(spec),
                trigger);
        SparkSettings settings = spark.settings(spec);
        Progress progress = progress(directories, quiet, STAGES_OF_A_RUN);
        RunOutcome outcome;
        try (TimeLimit limit = time.start(spec)) {
            outcome = new EtlRun(
                            options,
                            progress,
                            settings,
                            mirror(directories, settings, options.extracts().get(0)))
                    .within(limit)
                    .run();
        }
        print(outcome, directories.json());
        tellOfReport(options.data(), outcome.record().id(), directories.json());
        if (outcome.record().state() == RunState.FAILED) {
            return CareLedger.FAILED;
        }
        if (store != null && !dryRun) {
            progress.note(PublishCommand.publishedIfNew(options.data(), store, settings.configuration()));
        }
        return CareLedger.DONE;
    }

    @Command(
            name = "check",
            description = "Reads the deliveries, reports every refusal and whether a run would publish them; writes and"
                    + " publishes nothing. Exit code 0: nothing was refused beyond what the mappings expect, and a run"
                    + " would publish; 1: otherwise.",
            mixinStandardHelpOptions = true)
    int check(
            @Mixin DirectoryOptions directories,
            @Mixin SparkOptions spark,
            @Option(names = "--quiet", description = "No progress.") boolean quiet,
            @Option(
                            names = "--show",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Also show the first N figures of each file, as they would be published, to"
                                    + " compare with the file.")
                    int show,
            @Mixin TimeOptions time)
            throws IOException {
        if (show < 0) {
            throw new ParameterException(spec.commandLine(), "--show is " + show + ", expected 0 or more.");
        }
        Progress progress = progress(directories, quiet, STAGES_OF_A_CHECK);
        SparkSettings settings = spark.settings(spec);
        keepScratchWhereItIsSweptUp(directories.data());
        List<Path> folders = directories.elsewhere().isPresent()
                ? List.of(Files.createTempDirectory("care-ledger-deliveries-"))
                : directories.extracts();
        try (TimeLimit limit = time.start(spec)) {
            RunOptions options = new RunOptions(directories.data(), folders, Set.of(), "check");
            RunOutcome outcome = new EtlRun(options, progress, settings, mirror(directories, settings, folders.get(0)))
                    .within(limit)
                    .check(show);
            print(outcome, directories.json());
            boolean passed = outcome.unexpected().isEmpty() && outcome.record().state() != RunState.FAILED;
            return passed ? CareLedger.DONE : CareLedger.FAILED;
        } finally {
            if (directories.elsewhere().isPresent()) {
                DurableFiles.deleteTree(folders.get(0));
            }
        }
    }

    /** Deliveries that lie elsewhere are a stage more. */
    private static Progress progress(DirectoryOptions directories, boolean quiet, int stages) {
        return new Progress(System.err, quiet, directories.elsewhere().isPresent() ? stages + 1 : stages);
    }

    private static Optional<DeliveryMirror> mirror(DirectoryOptions directories, SparkSettings settings, Path folder) {
        return directories.elsewhere().map(address -> new DeliveryMirror(address, settings.configuration(), folder));
    }

    private static Set<Guard> accepted(@Nullable List<Guard> named, boolean rejections) {
        Set<Guard> accepted = EnumSet.noneOf(Guard.class);
        if (named != null) {
            accepted.addAll(named);
        }
        if (rejections) {
            accepted.add(Guard.FILES_REFUSED);
        }
        return accepted;
    }

    /** Spark's temporary files would stay behind for good where a killed run had them in the system's folder. */
    private static void keepScratchWhereItIsSweptUp(Path data) {
        String given = System.getProperty("spark.local.dir");
        if (given == null && System.getenv("SPARK_LOCAL_DIRS") == null) {
            System.setProperty("spark.local.dir", SparkScratch.folder(data).toString());
        }
    }

    @Command(
            name = "new",
            description = "Looks at the files of a new delivery folder and writes a draft extract.yaml into it, for a"
                    + " person to finish. Exit code 0: written; 1: the folder has one already, or holds no file.",
            mixinStandardHelpOptions = true)
    int draft(@Parameters(paramLabel = "DIR", description = "The folder.") Path folder) throws IOException {
        DeliveryDraft draft = Drafts.write(folder, CatalogueReader.builtIn());
        PrintWriter out = spec.commandLine().getOut();
        draft.tables()
                .forEach(table -> out.println(table.form().id() + ": "
                        + table.layout().value() + ", " + table.layout().reason()));
        draft.unread().forEach(file -> out.println(file.file() + ": not read, " + file.reason()));
        List<Guess> guesses = draft.guesses();
        long open = guesses.stream().filter(Guess::open).count();
        long likely = guesses.stream()
                .filter(guess -> guess.confidence() == Confidence.LIKELY)
                .count();
        out.println("Wrote " + folder.resolve("extract.yaml") + ": " + guesses.size() + " guesses, "
                + (guesses.size() - likely - open) + " sure, " + likely + " likely, " + open
                + " left to say (marked ???). Finish it, then run etl check.");
        out.flush();
        return CareLedger.DONE;
    }

    /** Beside results for programs, on stderr. */
    private void tellOfReport(Path data, String run, boolean json) {
        Path report = new RunRecords(data).reports(run).resolve(RunReport.PAGE);
        if (Files.exists(report)) {
            PrintWriter told =
                    json ? spec.commandLine().getErr() : spec.commandLine().getOut();
            told.println("Report: " + report);
            told.flush();
        }
    }

    private void print(RunOutcome outcome, boolean json) {
        spec.commandLine().getOut().print(json ? Json.pretty(outcome) : ReportText.of(outcome));
        spec.commandLine().getOut().flush();
    }
}
