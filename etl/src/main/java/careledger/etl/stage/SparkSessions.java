package careledger.etl.stage;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Spark as this program uses it. */
public final class SparkSessions {
    /** They are part of how a release is made: nothing else is put in their place. */
    private static final Map<String, String> FIXED = Map.of(
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.session.timeZone", "UTC",
            // What is kept goes to the disk and is read a few times: packing it costs more than it saves.
            "spark.sql.inMemoryColumnarStorage.compressed", "false",
            "spark.sql.sources.partitionColumnTypeInference.enabled", "false",
            "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");

    /** Spark starts with no less, and says so in words of its own. */
    private static final long LEAST_HEAP = 471_859_200;

    private static final long MEGABYTE = 1024 * 1024;

    private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
    private static final long MANY_ROWS = 100_000;

    private SparkSessions() {}

    /**
     * The session of this JVM. What is set wins, then what spark-submit says, or properties {@code spark.*} of the JVM.
     *
     * @throws IllegalArgumentException naming a setting that would decide what a release holds
     */
    public static SparkSession open(SparkSettings settings) throws IOException {
        requireHeap(Runtime.getRuntime().maxMemory());
        SparkSettings all = settings.withSystemProperties();
        int cores = Runtime.getRuntime().availableProcessors();
        String master = all.master().orElse("local[" + cores + "]");
        Map<String, String> configuration = new TreeMap<>(usual(cores));
        if (master.startsWith("local")) {
            configuration.putAll(onLoopback());
        }
        configuration.putAll(all.configuration());
        if (!master.startsWith("local")) {
            configuration.put("spark.jars", ShippedJars.with(configuration.getOrDefault("spark.jars", "")));
        }
        configuration.putAll(FIXED);
        configuration.put("spark.master", master);
        SparkSession.Builder builder = SparkSession.builder().appName("Care Ledger");
        configuration.forEach(builder::config);
        return builder.getOrCreate();
    }

    /**
     * Whether Spark compiles each stage of a query into one function. Rows are wide and stages many, so that compiling them
     * takes longer than it saves, unless there are very many rows (docs/measurements.md).
     */
    static void compileStages(SparkSession spark, long rows) {
        spark.conf().set(WHOLE_STAGE, rows >= MANY_ROWS);
    }

    /** @throws IllegalStateException where the heap is too small for Spark to start */
    static void requireHeap(long bytes) {
        if (bytes < LEAST_HEAP) {
            throw new IllegalStateException("There is not enough memory for a run: its heap is " + bytes / MEGABYTE
                    + " MB, expected at least " + (LEAST_HEAP / MEGABYTE + 1)
                    + " MB. Give it more, such as CARELEDGER_ETL_MEMORY=2g.");
        }
    }

    private static Map<String, String> usual(int cores) {
        return Map.of(
                "spark.ui.enabled",
                "false",
                "spark.sql.shuffle.partitions",
                Integer.toString(cores),
                "spark.sql.autoBroadcastJoinThreshold",
                "64m",
                WHOLE_STAGE,
                "false");
    }

    private static Map<String, String> onLoopback() {
        return Map.of("spark.driver.bindAddress", "127.0.0.1", "spark.driver.host", "127.0.0.1");
    }
}
