package careledger.etl.stage;

import org.apache.spark.sql.SparkSession;

/** Spark as this program uses it. */
public final class SparkSessions {
    private SparkSessions() {}

    /**
     * A session of this JVM; settings given as system properties {@code spark.*} (or by spark-submit) win.
     *
     * @param cores how many tasks at once
     */
    public static SparkSession local(int cores) {
        SparkSession.Builder builder = SparkSession.builder().appName("Care Ledger");
        set(builder, "spark.master", "local[" + cores + "]");
        set(builder, "spark.driver.bindAddress", "127.0.0.1");
        set(builder, "spark.driver.host", "127.0.0.1");
        set(builder, "spark.ui.enabled", "false");
        set(builder, "spark.sql.shuffle.partitions", Integer.toString(cores));
        set(builder, "spark.sql.adaptive.enabled", "false");
        // Rows are wide and stages many: compiling each takes longer than it saves (docs/measurements.md).
        set(builder, "spark.sql.codegen.wholeStage", "false");
        set(builder, "spark.sql.session.timeZone", "UTC");
        set(builder, "spark.sql.sources.partitionColumnTypeInference.enabled", "false");
        set(builder, "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
        return builder.getOrCreate();
    }

    private static void set(SparkSession.Builder builder, String key, String value) {
        builder.config(key, System.getProperty(key, value));
    }
}
