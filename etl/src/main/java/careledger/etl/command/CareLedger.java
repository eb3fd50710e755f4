package careledger.etl.command;

import careledger.release.store.DataLockedException;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit codes: 0 done (also when nothing changed), 1 refused data or failed, 2 wrong usage, 3
 * another run is at work on the data folder. Results go to stdout, progress and errors to stderr.
 */
@Command(
        name = "careledger",
        description = "Loads deliveries into releases, and looks after releases.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EtlCommand.class,
            ReleasesCommand.class,
            RollbackCommand.class,
            DiffCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            PublishCommand.class,
            FetchCommand.class,
            PruneCommand.class
        })
public final class CareLedger {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int ANOTHER_IS_AT_WORK = 3;

    private CareLedger() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.UK); // numbers and dates are written alike on every machine
        System.exit(commandLine().execute(arguments));
    }

    /** The command line without leaving the process: {@code commandLine().execute(...)} gives the exit code. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new CareLedger());
        commandLine.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println("careledger: " + reason(failure));
            if (System.getProperty("careledger.trace") != null) {
                failure.printStackTrace(failed.getErr());
            }
            return failure instanceof DataLockedException ? ANOTHER_IS_AT_WORK : FAILED;
        });
        return commandLine;
    }

    static String reason(Throwable failure) {
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return failure.getCause() instanceof IOException cause
                        && cause.getMessage() != null
                        && !words.contains(cause.getMessage())
                ? words + " (" + cause.getMessage() + ")"
                : words;
    }
}
