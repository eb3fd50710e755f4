package careledger.api;

import careledger.answers.query.InvalidQueryException;
import careledger.api.config.CareLedgerProperties;
import careledger.api.config.PublicAddress;
import careledger.api.explorer.PackPrinter;
import careledger.release.file.ScratchFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code careledger pack}. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "pack",
        description = "Prints a scorecard as papers for a board, to a PDF.",
        mixinStandardHelpOptions = true)
public final class PackCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE.pdf", description = "Where the PDF goes. A file that is there is replaced.")
    @Nullable
    Path file;

    @Option(
            names = "--card",
            defaultValue = "",
            paramLabel = "ID",
            description = "Scorecard; the first where none is named.")
    String card = "";

    @Option(
            names = "--period",
            defaultValue = "",
            paramLabel = "P",
            description = "As in FY2019-20; the newest where none is named.")
    String period = "";

    @Option(names = "--area", defaultValue = "", paramLabel = "AREA", description = "Code or name of the area.")
    String area = "";

    @Option(
            names = "--address",
            defaultValue = "",
            paramLabel = "URL",
            description = "Address of your service, for readers who want to see more (default: careledger.address).")
    String address = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The warehouse's directory (default: warehouse/data of the project).")
    Path data = Path.of(System.getProperty("careledger.home", ".")).resolve("warehouse/data");

    private PackCommand() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.UK);
        ScratchFolder.claimOwn();
        System.exit(commandLine().execute(arguments));
    }

    /** The command line without leaving the process: {@code commandLine().execute(...)} gives the exit code. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new PackCommand());
        commandLine.setCommandName("careledger pack");
        commandLine.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println("careledger: " + message(failure));
            return FAILED;
        });
        return commandLine;
    }

    @Override
    public Integer call() throws IOException {
        if (file == null || spec == null) {
            throw new IllegalStateException("picocli fills what it has parsed");
        }
        byte[] pdf;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CareLedgerApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--careledger.data=" + data,
                        "--careledger.focus-area=" + area,
                        "--careledger.refresh=1h",
                        "--logging.level.root=OFF",
                        "--logging.level.careledger=OFF",
                        "--logging.level.careledger.slow=OFF")) {
            String configured = context.getBean(CareLedgerProperties.class)
                    .publicAddress()
                    .map(PublicAddress::toString)
                    .orElse("");
            String base = address.isEmpty() ? configured : address.replaceFirst("/+$", "");
            pdf = context.getBean(PackPrinter.class).print(card, period, "", base);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException("The folder '" + folder + "' for the PDF is not there. Make it first.");
        }
        Files.write(file, pdf);
        PrintWriter out = spec.commandLine().getOut();
        out.println("The board pack is in " + file + ".");
        return 0;
    }

    private static String message(Exception failure) {
        if (failure instanceof InvalidQueryException refused) {
            return refused.refusals().get(0).message();
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
