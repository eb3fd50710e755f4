package careledger.etl.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Notes on figures that are more than ten times the median of their series (indicator, area and breakdown), of three periods
 * or more: often a count of thousands, or a digit too many. Figures below 50 are passed by, since few children vary.
 */
final class OutlierStage {
    private static final String[] SERIES = {"indicator_id", "area_id", "breakdown_id"};
    private static final int TIMES = 10;
    private static final int PERIODS = 3;
    private static final int SMALL = 50;
    private static final String NOTE = "quality_note";

    private OutlierStage() {}

    /** Claims in, the same claims out. */
    static Dataset<Row> note(Dataset<Row> claims) {
        Column measured = col("value").isNotNull().and(OutcomeRows.measured());
        Dataset<Row> series = claims.where(measured)
                .groupBy(Arrays.stream(SERIES).map(name -> col(name)).toArray(Column[]::new))
                .agg(
                        expr("percentile(cast(value as double), 0.5)").as("median"),
                        max("value").as("highest"),
                        size(collect_set("period_id")).as("periods"))
                .where(col("periods").geq(PERIODS))
                .where(col("median").gt(0))
                .where(col("highest").gt(col("median").multiply(TIMES)))
                .where(col("highest").geq(SMALL))
                .select("indicator_id", "area_id", "breakdown_id", "median");
        Column outlying = measured.and(col("value").geq(SMALL))
                .and(col("value").gt(col("median").multiply(TIMES)));
        Column words = format_string(
                "more than ten times the median of its series, %s",
                regexp_replace(col("median").cast("string"), "\\.0$", ""));
        Column note = concat_ws("; ", col(NOTE), when(outlying, words));
        return claims.join(broadcast(series), SERIES, "left")
                .withColumn(NOTE, when(note.equalTo(""), null).otherwise(note))
                .select(Arrays.stream(OutcomeRows.CLAIM.fieldNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }
}
