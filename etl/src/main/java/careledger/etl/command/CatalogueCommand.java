package careledger.etl.command;

import careledger.etl.input.ExtractsRoot;
import careledger.etl.layout.CatalogueTrial;
import careledger.release.json.Json;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.yaml.YamlProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code catalogue check}. */
@Command(
        name = "catalogue",
        description = "Looks after the catalogue of measures.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(check)")
final class CatalogueCommand {
    /** As for a compiler: file, line and message of each mistake. */
    record Result(int indicators, int deliveries, List<YamlProblem> problems) {}

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Checks the catalogue and the mappings of all deliveries, without a run: what a run would"
                    + " refuse in them, whether sentences are easy to read, whether related measures name each other,"
                    + " and whether definitions list the sources that have figures. Each mistake is reported with file"
                    + " and line. Exit code 0: none was found; 1: otherwise.",
            mixinStandardHelpOptions = true)
    int check(
            @Mixin DirectoryOptions directories,
            @Option(
                            names = "--catalogue",
                            paramLabel = "DIR",
                            description = "A folder with the files of a catalogue that is being written, instead of the"
                                    + " one in the program; the project's own is in"
                                    + " schema/src/main/resources/careledger/schema/catalogue.")
                    @Nullable
                    Path folder)
            throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--catalogue is " + folder + ", which is not a folder; expected one with topics.yaml, areas.yaml,"
                            + " dimensions.yaml and indicators.");
        }
        if (directories.elsewhere().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--extracts is an address; expected a directory of this machine.");
        }
        CatalogueReader own = folder == null ? CatalogueReader.readBuiltIn() : CatalogueReader.readFolder(folder);
        var deliveries = new ExtractsRoot(directories.extracts()).folders();
        List<YamlProblem> problems = CatalogueTrial.problems(own, deliveries);
        Result result = new Result(own.catalogue().indicators().size(), deliveries.size(), problems);
        PrintWriter out = spec.commandLine().getOut();
        if (directories.json()) {
            out.print(Json.pretty(result));
        } else {
            problems.forEach(out::println);
            out.printf(
                    "%d measures and the mappings of %d deliveries checked: %s%n",
                    result.indicators(),
                    result.deliveries(),
                    problems.isEmpty()
                            ? "no mistake"
                            : problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes");
        }
        out.flush();
        return problems.isEmpty() ? CareLedger.DONE : CareLedger.FAILED;
    }
}
