package careledger.etl.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import careledger.schema.star.StarSchema;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Rows of fact_observation: claims with what was decided about them and what was noted on them, one for one. */
final class DecidedFacts {
    private static final StructType FACT = StarTypes.of(StarSchema.FACT_OBSERVATION);

    private DecidedFacts() {}

    /**
     * @param decisions of {@link HeadlineStage}; a claim without one competes with no other
     * @param notes of {@link ContradictionStage}
     * @param medians of {@link OutlierStage}
     */
    static Dataset<Row> of(
            SparkSession spark, Dataset<Row> claims, Dataset<Row> decisions, Dataset<Row> notes, Dataset<Row> medians) {
        Dataset<Row> facts = claims.join(decisions, col("claim_id").equalTo(col(HeadlineStage.CLAIM)), "left")
                .join(broadcast(notes), col("claim_id").equalTo(col(ContradictionStage.CLAIM)), "left")
                .join(broadcast(medians), OutlierStage.ofTheSeries(), "left")
                .select(Arrays.stream(FACT.fieldNames())
                        .map(DecidedFacts::column)
                        .toArray(Column[]::new));
        return StarTypes.as(FACT, facts, spark);
    }

    private static Column column(String name) {
        return switch (name) {
            case "headline_from" ->
                when(col(HeadlineStage.CLAIM).isNull(), col("known_from"))
                        .otherwise(col(name))
                        .as(name);
            case "corroborated_by" -> coalesce(col(name), lit(0)).as(name);
            case "quality_note" -> notes().as(name);
            default -> col(name);
        };
    }

    private static Column notes() {
        Column notes = concat_ws("; ", col("quality_note"), col(ContradictionStage.NOTE), OutlierStage.note());
        return when(notes.equalTo(""), null).otherwise(notes);
    }
}
