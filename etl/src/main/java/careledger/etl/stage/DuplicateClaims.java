package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careledger.schema.problem.Rule;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;

/**
 * Claims whose id occurs more than once in the delivered files. Where they agree, the first (by file and
 * line) is kept; where they do not, none of them can be believed and all are refused.
 */
final class DuplicateClaims {
    private static final Column CONTENT = struct(
            col("source_id"),
            col("indicator_id"),
            col("definition_id"),
            col("area_id"),
            col("period_id"),
            col("breakdown_id"),
            col("value_kind"),
            col("status"),
            col("value"));

    private final Dataset<Row> single;
    private final Dataset<Row> judged;
    private final boolean none;

    DuplicateClaims(Dataset<Row> claims) {
        Dataset<Row> ids = Crowded.of(claims, col("claim_id"))
                .groupBy("claim_id")
                .count()
                .where(col("count").gt(1))
                .select("claim_id")
                .persist(StorageLevel.MEMORY_AND_DISK());
        this.none = ids.isEmpty();
        this.single =
                none ? claims : claims.join(ids, claims.col("claim_id").equalTo(ids.col("claim_id")), "left_anti");
        this.judged = judged(
                none
                        ? claims.limit(0)
                        : claims.join(ids, claims.col("claim_id").equalTo(ids.col("claim_id")), "left_semi"));
    }

    private static Dataset<Row> judged(Dataset<Row> doubled) {
        WindowSpec sameId = Window.partitionBy("claim_id");
        return doubled.withColumn("places", count(lit(1)).over(sameId))
                .withColumn(
                        "agree", min(CONTENT).over(sameId).equalTo(max(CONTENT).over(sameId)))
                .withColumn("place", row_number().over(sameId.orderBy(col("file"), col("line"), col("column_name"))))
                .withColumn(
                        "first_place",
                        min(struct(col("file"), col("line"), col("column_name")))
                                .over(sameId))
                .withColumn(
                        "last_place",
                        max(struct(col("file"), col("line"), col("column_name")))
                                .over(sameId));
    }

    /** Whether every claim id occurs only once. */
    boolean none() {
        return none;
    }

    Dataset<Row> kept() {
        return none ? single : single.unionByName(keptOfDoubled());
    }

    private Dataset<Row> keptOfDoubled() {
        return judged.where(col("places")
                        .equalTo(1)
                        .or(col("agree").and(col("place").equalTo(1))))
                .drop("places", "agree", "place", "first_place", "last_place");
    }

    /** In the columns of fact_rejection. */
    Dataset<Row> refused() {
        Column elsewhere = when(col("place").equalTo(1), col("last_place")).otherwise(col("first_place"));
        Column other = concat(
                elsewhere.getField("file"),
                lit(", line "),
                elsewhere.getField("line").cast("string"));
        Column reason = when(
                        col("agree"),
                        concat(lit("The claim '"), col("claim_id"), lit("' is already in "), other, lit(".")))
                .otherwise(concat(
                        lit("The claim '"),
                        col("claim_id"),
                        lit("' says another thing in "),
                        other,
                        lit("; neither can be believed.")));
        return judged.where(col("places")
                        .gt(1)
                        .and(col("agree").and(col("place").equalTo(1)).equalTo(false)))
                .select(
                        col("file"),
                        col("line"),
                        col("column_name"),
                        col("source_text").as("value"),
                        lit(Rule.CLAIM_DOUBLE.id()).as("rule"),
                        reason.as("reason"),
                        lit(Rule.CLAIM_DOUBLE.advice()).as("advice"));
    }
}
