package careledger.etl.command;

import careledger.release.json.Json;
import careledger.release.store.Release;
import careledger.release.store.ReleasedTable;
import careledger.release.store.Releases;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code releases}: what is published, newest first. */
@Command(name = "releases", description = "Lists the releases, newest first.", mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Override
    public Integer call() {
        Releases all = new Releases(directories.data());
        List<Release> releases = all.list();
        SortedMap<String, String> damaged = all.damaged();
        if (directories.json()) {
            spec.commandLine()
                    .getOut()
                    .print(Json.pretty(releases.stream().map(Listed::of).toList()));
        } else if (releases.isEmpty() && damaged.isEmpty()) {
            spec.commandLine().getOut().println("No release is published in " + directories.data() + " yet.");
        } else {
            releases.forEach(release ->
                    spec.commandLine().getOut().println(Listed.of(release).line()));
        }
        damaged.forEach(
                (id, problem) -> spec.commandLine().getErr().println("! " + id + "  cannot be read: " + problem));
        all.currentProblem().ifPresent(problem -> spec.commandLine().getErr().println("! " + problem));
        spec.commandLine().getErr().flush();
        spec.commandLine().getOut().flush();
        return CareLedger.DONE;
    }

    /** A release as the list shows it. */
    private record Listed(String id, boolean current, String createdAt, String run, long observations) {
        static Listed of(Release release) {
            return new Listed(
                    release.id(),
                    release.current(),
                    release.manifest().createdAt().toString(),
                    release.manifest().run(),
                    release.manifest().tables().stream()
                            .filter(table -> table.name().equals("fact_observation"))
                            .mapToLong(ReleasedTable::rows)
                            .sum());
        }

        String line() {
            return "%s %s  %s  %d observations  %s".formatted(current ? "*" : " ", id, createdAt, observations, run);
        }
    }
}
