package careledger.etl.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where Spark runs, and how it is set. A release's bytes follow from the deliveries and the program alone, so what would
 * make other rows or other files of them cannot be set.
 *
 * @param master as Spark names it, as in {@code spark://host:7077}; empty for this JVM, or for what spark-submit said
 * @param configuration by key, all of them {@code spark.…}
 */
public record SparkSettings(Optional<String> master, Map<String, String> configuration) {
    private static final String HOW_FAST = "spark.sql.shuffle.partitions, spark.sql.autoBroadcastJoinThreshold,"
            + " spark.sql.files.maxPartitionBytes, spark.sql.files.openCostInBytes, spark.sql.codegen.*";
    private static final List<String> DECIDING =
            List.of("spark.sql.", "spark.hadoop.parquet.", "spark.hadoop.mapreduce.");
    private static final List<String> HARMLESS = List.of(
            "spark.sql.shuffle.partitions",
            "spark.sql.autoBroadcastJoinThreshold",
            "spark.sql.files.maxPartitionBytes",
            "spark.sql.files.openCostInBytes",
            "spark.sql.codegen.",
            "spark.sql.warehouse.dir",
            "spark.sql.catalog.",
            "spark.sql.catalogImplementation",
            "spark.sql.hive.",
            "spark.sql.ui.");

    /** @throws IllegalArgumentException naming the key that cannot be set */
    public SparkSettings {
        configuration = Map.copyOf(configuration);
        new TreeMap<>(configuration).keySet().forEach(SparkSettings::check);
    }

    /** This JVM, as the program sets it. */
    public static SparkSettings usual() {
        return new SparkSettings(Optional.empty(), Map.of());
    }

    private static void check(String key) {
        if (!key.startsWith("spark.")) {
            throw new IllegalArgumentException("Found the setting '" + key
                    + "', expected one of Spark, as in spark.executor.memory=2g; a setting of Hadoop is written"
                    + " spark.hadoop.NAME.");
        }
        if (decides(key)) {
            throw new IllegalArgumentException("The setting '" + key
                    + "' may decide what a release holds, and the same deliveries make the same release everywhere."
                    + " Leave it out, also of spark-defaults.conf; of its kind, these can be set: " + HOW_FAST + ".");
        }
    }

    static boolean decides(String key) {
        return DECIDING.stream().anyMatch(key::startsWith)
                && HARMLESS.stream().noneMatch(harmless -> key.equals(harmless) || within(key, harmless));
    }

    private static boolean within(String key, String folder) {
        return folder.endsWith(".") && key.startsWith(folder);
    }

    /** These, and what spark-submit or the JVM's own properties say beside them. */
    SparkSettings withSystemProperties() {
        Map<String, String> all = new TreeMap<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith("spark."))
                .forEach(key -> all.put(key, System.getProperty(key, "")));
        all.putAll(configuration);
        return new SparkSettings(master.or(() -> Optional.ofNullable(all.get("spark.master"))), all);
    }
}
