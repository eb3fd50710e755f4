package careledger.etl.command;

import careledger.etl.stage.SparkSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How Hadoop reaches a file system, in commands that do not start Spark. */
final class HadoopOptions {
    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Hadoop, written as for Spark: spark.hadoop.fs.s3a.endpoint=https://host;"
                    + " may be given again.")
    private Map<String, String> configuration = new LinkedHashMap<>();

    /** @throws ParameterException naming a setting that is none */
    Map<String, String> settings(CommandSpec spec) {
        try {
            return new SparkSettings(Optional.empty(), configuration).configuration();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
