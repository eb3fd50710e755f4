package careledger.api.security;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the keys are, and how results are written. */
final class KeyOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The warehouse's directory (default: warehouse/data of the project).")
    private Path data = Path.of(System.getProperty("careledger.home", ".")).resolve("warehouse/data");

    @Option(names = "--json", description = "Results as JSON.")
    private boolean json;

    Keys keys() {
        return new Keys(new KeyFile(data));
    }

    Path data() {
        return data;
    }

    boolean json() {
        return json;
    }

    CommandLine line() {
        return command.commandLine();
    }

    void print(String result) {
        line().getOut().print(result);
        line().getOut().flush();
    }
}
