package careledger.etl.command;

import careledger.release.json.Json;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.store.Release;
import careledger.release.store.ReleasedTable;
import careledger.release.store.Releases;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code releases}: what is published, newest first. */
@Command(
        name = "releases",
        description = "Lists the releases, newest first, each with the figures that it added (+), changed (~) and"
                + " removed (-).",
        mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Override
    public Integer call() {
        Releases all = new Releases(directories.data());
        RunRecords runs = new RunRecords(directories.data());
        List<Release> releases = all.list();
        SortedMap<String, String> damaged = all.damaged();
        if (directories.json()) {
            spec.commandLine()
                    .getOut()
                    .print(Json.pretty(releases.stream()
                            .map(release -> Listed.of(release, runs))
                            .toList()));
        } else if (releases.isEmpty() && damaged.isEmpty()) {
            spec.commandLine().getOut().println("No release is published in " + directories.data() + " yet.");
        } else {
            releases.forEach(release ->
                    spec.commandLine().getOut().println(Listed.of(release, runs).line()));
        }
        damaged.forEach(
                (id, problem) -> spec.commandLine().getErr().println("! " + id + "  cannot be read: " + problem));
        all.currentProblem().ifPresent(problem -> spec.commandLine().getErr().println("! " + problem));
        all.missingCurrent().ifPresent(id -> spec.commandLine()
                .getErr()
                .println("! CURRENT names release '" + id + "', which does not exist. Run `./careledger doctor"
                        + " --heal`, or `./careledger rollback ID` with the release to serve."));
        spec.commandLine().getErr().flush();
        spec.commandLine().getOut().flush();
        return CareLedger.DONE;
    }

    /** A release as the list shows it. */
    private record Listed(
            String id,
            boolean current,
            String createdAt,
            String run,
            long observations,
            @Nullable Long added,
            @Nullable Long changed,
            @Nullable Long removed) {
        /** The run that made a release knows how many figures it changed; runs are forgotten before releases may be. */
        static Listed of(Release release, RunRecords runs) {
            Optional<RunRecord> made = runs.find(release.manifest().run());
            return new Listed(
                    release.id(),
                    release.current(),
                    release.manifest().createdAt().toString(),
                    release.manifest().run(),
                    release.manifest().tables().stream()
                            .filter(table -> table.name().equals("fact_observation"))
                            .mapToLong(ReleasedTable::rows)
                            .sum(),
                    made.map(RunRecord::newClaims).orElse(null),
                    made.map(RunRecord::changedClaims).orElse(null),
                    made.map(RunRecord::vanishedClaims).orElse(null));
        }

        String line() {
            String changes = added == null ? "" : "  (+%d, ~%d, -%d)".formatted(added, changed, removed);
            return "%s %s  %s  %d observations%s  %s"
                    .formatted(current ? "*" : " ", id, createdAt, observations, changes, run);
        }
    }
}
