package careledger.etl.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The directories that every command works on. */
final class DirectoryOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The warehouse's directory (default: warehouse/data of the project).")
    private Path data = home().resolve("warehouse/data");

    @Option(
            names = "--extracts",
            paramLabel = "DIR",
            description = "The directory whose folders are the deliveries (default: etl/extracts of the project).")
    private Path extracts = home().resolve("etl/extracts");

    @Option(names = "--json", description = "Results as JSON.")
    private boolean json;

    Path data() {
        return data;
    }

    Path extracts() {
        return extracts;
    }

    boolean json() {
        return json;
    }

    private static Path home() {
        return Path.of(System.getProperty("careledger.home", "."));
    }
}
