package careledger.etl.command;

import careledger.etl.run.EtlRun;
import careledger.etl.run.Progress;
import careledger.etl.run.ReportText;
import careledger.etl.run.RunOptions;
import careledger.etl.run.RunOutcome;
import careledger.warehouse.guard.Guard;
import careledger.warehouse.json.Json;
import careledger.warehouse.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code etl run} and {@code etl check}. */
@Command(
        name = "etl",
        description = "Loads the deliveries.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(run | check)")
final class EtlCommand {
    private static final int STAGES_OF_A_RUN = 8;
    private static final int STAGES_OF_A_CHECK = 4;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "run",
            description =
                    "Loads the deliveries into a new release and serves it; does nothing where nothing changed. "
                            + "Exit code 0: published or unchanged; 1: failed, or not published because of what was refused or what a guard found.",
            mixinStandardHelpOptions = true)
    int run(
            @Mixin DirectoryOptions directories,
            @Option(names = "--quiet", description = "No progress.") boolean quiet,
            @Option(
                            names = "--accept",
                            paramLabel = "GUARD",
                            split = ",",
                            converter = GuardName.class,
                            description =
                                    "Publish although that guard stands against it: files-refused, figures-vanish, "
                                            + "headlines-move, latest-lost or rejections-jump. May be named again.")
                    @Nullable
                    List<Guard> accepted,
            @Option(names = "--accept-rejections", description = "As --accept files-refused.") boolean acceptRejections,
            @Option(
                            names = "--dry-run",
                            description = "Do everything but publish, and tell every change value by value.")
                    boolean dryRun,
            @Option(
                            names = "--full",
                            description =
                                    "Read and write everything anew, whatever was kept of earlier runs; says UNCHANGED "
                                            + "where the current release comes out again, byte for byte.")
                    boolean full,
            @Mixin RetentionOptions retention,
            @Option(
                            names = "--trigger",
                            paramLabel = "NAME",
                            defaultValue = "command line",
                            description = "Who asked for the run, for its record.")
                    String trigger)
            throws IOException {
        keepScratchWhereItIsSweptUp(directories.data());
        RunOptions options = new RunOptions(
                directories.data(),
                directories.extracts(),
                accepted(accepted, acceptRejections),
                full,
                dryRun,
                retention.retention(spec),
                trigger);
        RunOutcome outcome = new EtlRun(options, new Progress(System.err, quiet, STAGES_OF_A_RUN)).run();
        print(outcome, directories.json());
        return outcome.record().state() == RunState.FAILED ? CareLedger.FAILED : CareLedger.DONE;
    }

    @Command(
            name = "check",
            description = "Reads the deliveries and reports every refusal; writes and publishes nothing. "
                    + "Exit code 0: nothing was refused beyond what the mappings expect; 1: something was.",
            mixinStandardHelpOptions = true)
    int check(
            @Mixin DirectoryOptions directories, @Option(names = "--quiet", description = "No progress.") boolean quiet)
            throws IOException {
        RunOptions options = new RunOptions(directories.data(), directories.extracts(), Set.of(), "check");
        RunOutcome outcome = new EtlRun(options, new Progress(System.err, quiet, STAGES_OF_A_CHECK)).check();
        print(outcome, directories.json());
        return outcome.unexpected().isEmpty() ? CareLedger.DONE : CareLedger.FAILED;
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
            System.setProperty(
                    "spark.local.dir", data.toAbsolutePath().resolve("scratch").toString());
        }
    }

    private void print(RunOutcome outcome, boolean json) {
        spec.commandLine().getOut().print(json ? Json.pretty(outcome) : ReportText.of(outcome));
        spec.commandLine().getOut().flush();
    }
}
