package careledger.etl.command;

import careledger.etl.run.ChangeText;
import careledger.release.json.Json;
import careledger.release.store.Release;
import careledger.release.store.ReleaseDiff;
import careledger.release.store.Releases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff A B}: what changed between two releases, value by value. */
@Command(
        name = "diff",
        description = "What changed between two releases, value by value.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(index = "0", paramLabel = "A", description = "The earlier release.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "B", description = "The later release.")
    private String to = "";

    @Override
    public Integer call() {
        Releases releases = new Releases(directories.data());
        ReleaseDiff diff = releases.diff(from, to, Integer.MAX_VALUE);
        if (directories.json()) {
            spec.commandLine().getOut().print(Json.pretty(diff));
        } else {
            spec.commandLine().getOut().printf("From %s to %s:%n", dated(releases.get(from)), dated(releases.get(to)));
            diff.rows().forEach(change -> spec.commandLine().getOut().println(ChangeText.of(change)));
            spec.commandLine()
                    .getOut()
                    .printf("%d added, %d removed, %d changed%n", diff.added(), diff.removed(), diff.changed());
        }
        spec.commandLine().getOut().flush();
        return CareLedger.DONE;
    }

    private static String dated(Release release) {
        return release.id() + " of " + release.manifest().createdAt();
    }
}
