package careledger.etl.command;

import careledger.release.run.UnfinishedRuns;
import careledger.release.store.DataLock;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollback ID}: an earlier release is served again. */
@Command(
        name = "rollback",
        description =
                "Serves an earlier release, checked before. Runs of the deliveries that it replaces publish nothing "
                        + "until these change, or the release that was left is served again. "
                        + "Exit code 0: done; 1: unknown or damaged; 2: wrong usage; 3: a run is at work.",
        mixinStandardHelpOptions = true)
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
            new UnfinishedRuns(directories.data()).settle(lock);
            Release release = new Releases(directories.data()).rollback(id);
            spec.commandLine()
                    .getOut()
                    .println("Release " + release.id() + " is current; a running API serves it in a moment.");
            spec.commandLine().getOut().flush();
            return CareLedger.DONE;
        }
    }
}
