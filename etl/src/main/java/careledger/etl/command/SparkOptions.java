package careledger.etl.command;

import careledger.etl.stage.SparkSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where Spark runs, and how it is set. */
final class SparkOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "The Spark cluster that does the work, as in spark://host:7077 (default: this process)."
                    + " Its machines must see the folders of --data and --extracts under the same paths.")
    private @Nullable String master;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark, as in spark.executor.memory=4g; may be given again.")
    private Map<String, String> configuration = new LinkedHashMap<>();

    /** @throws ParameterException naming a setting that is none, or that cannot be chosen */
    SparkSettings settings(CommandSpec spec) {
        try {
            return new SparkSettings(Optional.ofNullable(master), configuration);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
