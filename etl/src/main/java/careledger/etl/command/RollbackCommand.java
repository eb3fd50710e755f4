package careledger.etl.command;

import careledger.warehouse.release.DataLock;
import careledger.warehouse.release.Release;
import careledger.warehouse.release.Releases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollback ID}: an earlier release is served again. */
@Command(name = "rollback", description = "Serves an earlier release.", mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(paramLabel = "ID", description = "Id of the release, as 'releases' lists it.")
    private String id = "";

    @Override
    public Integer call() {
        try (DataLock lock = DataLock.take(directories.data())) {
            Release release = new Releases(directories.data()).rollback(id);
            spec.commandLine()
                    .getOut()
                    .println("Release " + release.id() + " is current; a running API serves it in a moment.");
            spec.commandLine().getOut().flush();
            return CareLedger.DONE;
        }
    }
}
