package careledger.etl.command;

import careledger.release.json.Json;
import careledger.release.run.UnfinishedRuns;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prune --keep N --older-than AGE}: releases that are neither among the newest nor young go. */
@Command(
        name = "prune",
        description = "Removes old releases: those that are not among the N newest and older than AGE; of the two "
                + "options, one or both. The current release, and one that somebody is reading, stays in any case. "
                + "Exit code 0: done, also where nothing had to go; 1: failed; 2: wrong usage; 3: a run is at work.",
        mixinStandardHelpOptions = true)
final class PruneCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    private final RetentionOptions retention = new RetentionOptions();

    @Override
    public Integer call() {
        Retention asked = retention
                .retention(spec)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Say what may go: --keep N, --older-than AGE, or both."));
        List<String> removed;
        try (DataLock lock = DataLock.take(directories.data())) {
            UnfinishedRuns unfinished = new UnfinishedRuns(directories.data());
            unfinished.free(lock);
            removed = new Releases(directories.data()).prune(lock, asked, Instant.now());
            unfinished.settle(lock); // writes, for which a full disk has room only now
        }
        if (directories.json()) {
            spec.commandLine().getOut().print(Json.pretty(removed));
        } else {
            removed.forEach(id -> spec.commandLine().getOut().println("removed " + id));
            spec.commandLine().getOut().println(removed.size() + " releases removed.");
        }
        spec.commandLine().getOut().flush();
        return CareLedger.DONE;
    }
}
