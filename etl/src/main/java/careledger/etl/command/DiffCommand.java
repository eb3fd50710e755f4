package careledger.etl.command;

import careledger.warehouse.json.Json;
import careledger.warehouse.release.ClaimChange;
import careledger.warehouse.release.ReleaseDiff;
import careledger.warehouse.release.Releases;
import careledger.warehouse.release.StatedFigure;
import java.math.BigDecimal;
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
            diff.rows().forEach(change -> spec.commandLine().getOut().println(line(change)));
            spec.commandLine()
                    .getOut()
                    .printf("%d added, %d removed, %d changed%n", diff.added(), diff.removed(), diff.changed());
        }
        spec.commandLine().getOut().flush();
        return CareLedger.DONE;
    }

    private static String line(ClaimChange change) {
        return "%-8s %s: %s".formatted(change.kind(), change.claimId(), words(change));
    }

    private static String words(ClaimChange change) {
        String before = change.before().map(DiffCommand::words).orElse("nothing");
        String after = change.after().map(DiffCommand::words).orElse("nothing");
        return before.equals(after)
                ? before + " (changed: " + String.join(", ", change.columns()) + ")"
                : before + " -> " + after;
    }

    private static String words(StatedFigure figure) {
        return "%s %s %s %s %s"
                .formatted(
                        figure.indicator(),
                        figure.area(),
                        figure.period(),
                        figure.breakdown(),
                        figure.value().map(BigDecimal::toPlainString).orElse(figure.status()));
    }
}
