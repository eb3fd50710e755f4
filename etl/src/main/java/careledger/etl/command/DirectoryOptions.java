package careledger.etl.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The directories that every command works on. */
final class DirectoryOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The warehouse's directory (default: warehouse/data of the project).")
    private Path data = home().resolve("warehouse/data");

    @Option(
            names = "--extracts",
            paramLabel = "DIR",
            description = "The directory whose folders are the deliveries; may be given again for further directories."
                    + " Or one address on a file system that Hadoop reaches, as in s3a://bucket/folder (default:"
                    + " etl/extracts of the project).")
    private List<String> extracts = List.of(home().resolve("etl/extracts").toString());

    @Option(names = "--json", description = "Results as JSON.")
    private boolean json;

    Path data() {
        return data;
    }

    /** Where the deliveries are read: those that lie elsewhere are brought into the data folder first. */
    List<Path> extracts() {
        return elsewhere().isPresent()
                ? List.of(data.resolve("delivered"))
                : extracts.stream().map(Path::of).toList();
    }

    /** Where the deliveries lie, if it is not a directory of this machine. */
    Optional<URI> elsewhere() {
        Optional<String> address =
                extracts.stream().filter(FolderAddress::isAddress).findFirst();
        if (address.isPresent() && extracts.size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "Found " + extracts.size() + " times --extracts, one of them the address " + address.get()
                            + "; expected one address, or directories of this machine.");
        }
        return address.map(one -> new FolderAddress().convert(one));
    }

    boolean json() {
        return json;
    }

    private static Path home() {
        return Path.of(System.getProperty("careledger.home", "."));
    }
}
