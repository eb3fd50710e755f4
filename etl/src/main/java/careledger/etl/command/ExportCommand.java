package careledger.etl.command;

import careledger.release.store.ReleaseExport;
import careledger.release.store.ReleaseHold;
import careledger.release.store.Releases;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export ID TARGET}: a copy of a release that can be served elsewhere. */
@Command(
        name = "export",
        description =
                "Copies a release, checked on the way, into a new folder or a new .zip file: a data folder of its "
                        + "own, with SHA256SUMS, that `up --data` serves. "
                        + "Exit code 0: done; 1: damaged, unknown, or the target is there already; 2: wrong usage.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "Id of the release, as 'releases' lists it.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "TARGET", description = "A folder or a .zip file that is not there yet.")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        Releases releases = new Releases(directories.data());
        try (ReleaseHold hold = releases.hold(id)) {
            new ReleaseExport(directories.data(), releases.whole(id)).to(target.toAbsolutePath());
        }
        spec.commandLine().getOut().println("Release " + id + " is copied to " + target + ".");
        spec.commandLine().getOut().flush();
        return CareLedger.DONE;
    }
}
