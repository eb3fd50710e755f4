package careledger.etl.command;

import careledger.release.json.Json;
import careledger.release.run.RunRecords;
import careledger.release.store.DerivedFiles;
import careledger.release.store.Releases;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify [ID]}: whether releases still are what was published, byte for byte. */
@Command(
        name = "verify",
        description =
                "Hashes every file of a release, or of all, and compares with what was published; without an ID also"
                        + " the files that the service made of releases, and the records of runs. Exit code 0: all is"
                        + " well; 1: something is damaged, missing or was added; 2: wrong usage.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Id of a release (default: all).")
    private @Nullable String id;

    @Override
    public Integer call() {
        Releases releases = new Releases(directories.data());
        Map<String, List<String>> problems = Optional.ofNullable(id)
                .map(one -> Map.of(one, releases.verify(one)))
                .orElseGet(() -> everything(releases));
        PrintWriter out = spec.commandLine().getOut();
        if (directories.json()) {
            out.print(Json.pretty(problems));
        } else if (problems.isEmpty()) {
            out.println("No release is published in " + directories.data() + " yet.");
        } else {
            problems.forEach((release, found) -> {
                out.println(release + (found.isEmpty() ? "  whole" : "  DAMAGED"));
                found.forEach(problem -> out.println("  " + problem));
            });
        }
        out.flush();
        return problems.values().stream().allMatch(List::isEmpty) ? CareLedger.DONE : CareLedger.FAILED;
    }

    private Map<String, List<String>> everything(Releases releases) {
        Map<String, List<String>> problems = new LinkedHashMap<>(releases.verifyAll());
        releases.currentProblem().ifPresent(problem -> problems.put("CURRENT", List.of(problem)));
        DerivedFiles.check(directories.data())
                .forEach((path, problem) -> problems.put(path, problem.isEmpty() ? List.of() : List.of(problem)));
        new RunRecords(directories.data())
                .damaged()
                .forEach((run, problem) -> problems.put("runs/" + run, List.of(problem)));
        return problems;
    }
}
