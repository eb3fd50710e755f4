package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Notes on figures that are more than ten times the median of their series (indicator, area and breakdown), of three periods
 * or more: often a count of thousands, or a digit too many. Figures below 50 are passed by, since few children vary.
 */
final class OutlierStage {
    private static final List<String> SERIES = List.of("indicator_id", "area_id", "breakdown_id");
    private static final String OF = "series_";
    private static final String MEDIAN = "series_median";
    private static final int TIMES = 10;
    private static final int PERIODS = 3;
    private static final int SMALL = 50;

    private OutlierStage() {}

    /** The median of each series that has such a figure. */
    static Dataset<Row> medians(Dataset<Row> claims) {
        return wide(claims.where(measured()))
                .groupBy(SERIES.stream().map(name -> col(name).as(OF + name)).toArray(Column[]::new))
                .agg(
                        expr("percentile(cast(value as double), 0.5)").as(MEDIAN),
                        max("value").as("highest"),
                        size(collect_set("period_id")).as("periods"))
                .where(col("periods").geq(PERIODS))
                .where(col(MEDIAN).gt(0))
                .where(col("highest").gt(col(MEDIAN).multiply(TIMES)))
                .where(col("highest").geq(SMALL))
                .drop("highest", "periods");
    }

    /** No figure is ten times the median of a series in which none is ten times the lowest. */
    private static Dataset<Row> wide(Dataset<Row> figures) {
        Column[] series = SERIES.stream().map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> hashes = figures.groupBy(xxhash64(series).as("series"))
                .agg(
                        max("value").as("highest"),
                        min("value").as("lowest"),
                        count(lit(1)).as("figures"))
                .where(col("figures").geq(PERIODS))
                .where(col("highest").geq(SMALL))
                .where(col("highest").gt(col("lowest").multiply(TIMES)))
                .select("series");
        return Crowded.in(figures, hashes, series);
    }

    /** Joins claims with the medians. */
    static Column ofTheSeries() {
        return SERIES.stream()
                .map(name -> col(name).equalTo(col(OF + name)))
                .reduce(Column::and)
                .orElseThrow();
    }

    /** What is noted on a claim joined with the medians; null where nothing is. */
    static Column note() {
        Column outlying = measured()
                .and(col("value").geq(SMALL))
                .and(col("value").gt(col(MEDIAN).multiply(TIMES)));
        Column words = format_string(
                "more than ten times the median of its series, %s",
                regexp_replace(col(MEDIAN).cast("string"), "\\.0$", ""));
        return when(outlying, words);
    }

    private static Column measured() {
        return col("value").isNotNull().and(OutcomeRows.measured());
    }
}
