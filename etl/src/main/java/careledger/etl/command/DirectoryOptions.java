package careledger.etl.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
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
            description = "The directory whose folders are the deliveries, or its address on a file system that Hadoop"
                    + " reaches, as in s3a://bucket/folder (default: etl/extracts of the project).")
    private String extracts = home().resolve("etl/extracts").toString();

    @Option(names = "--json", description = "Results as JSON.")
    private boolean json;

    Path data() {
        return data;
    }

    /** Where the deliveries are read: those that lie elsewhere are brought into the data folder first. */
    Path extracts() {
        return FolderAddress.isAddress(extracts) ? data.resolve("delivered") : Path.of(extracts);
    }

    /** Where the deliveries lie, if it is not a directory of this machine. */
    Optional<URI> elsewhere() {
        return FolderAddress.isAddress(extracts)
                ? Optional.of(new FolderAddress().convert(extracts))
                : Optional.empty();
    }

    boolean json() {
        return json;
    }

    private static Path home() {
        return Path.of(System.getProperty("careledger.home", "."));
    }
}
