package careledger.etl.command;

import careledger.release.file.Failures;
import careledger.release.file.ScratchFolder;
import careledger.release.store.DataLockedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
            CatalogueCommand.class,
            ReleasesCommand.class,
            RollbackCommand.class,
            DiffCommand.class,
            VerifyCommand.class,
            DoctorCommand.class,
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
        ScratchFolder.claimOwn();
        System.exit(execute(arguments));
    }

    /** An error of Java, too, ends with a line that says why. */
    private static int execute(String[] arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println("careledger: there was not enough memory (" + e.getMessage()
                    + "). Give the command more, such as CARELEDGER_ETL_MEMORY=4g.");
            return FAILED;
        }
    }

    /** The command line without leaving the process: {@code commandLine().execute(...)} gives the exit code. */
    public static CommandLine commandLine() {
        // Other locales write numbers with other digits, also those in ids of periods.
        Locale.setDefault(Locale.UK);
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
        if (failure instanceof InterruptedException) {
            return "It was stopped before its end. `./careledger releases` lists what is published.";
        }
        String words = failure instanceof IOException io
                ? fileOf(io) + Failures.reason(io)
                : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure.getCause() instanceof IOException cause) {
            String under = Failures.reason(cause);
            return words.contains(under) ? words : words + " (" + under + ")";
        }
        return words;
    }

    private static String fileOf(IOException failure) {
        return failure instanceof FileSystemException named && named.getFile() != null ? named.getFile() + ": " : "";
    }
}
