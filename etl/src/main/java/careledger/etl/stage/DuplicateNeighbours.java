package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import careledger.schema.problem.Rule;
import careledger.schema.star.StarSchema;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;

/**
 * Ranked neighbours that several places of the deliveries give for the same area and model. Where the places agree, the
 * first (by file and line) counts. Where two neighbours have one rank, or one neighbour two ranks, the area's whole list of
 * that model is rejected: a list with gaps would move every rank and median made from it.
 */
final class DuplicateNeighbours {
    private static final Column PLACE = struct(col("file"), col("line"));

    private final Dataset<Row> judged;

    /** @param neighbours in the columns of {@link OutcomeRows#NEIGHBOUR} */
    DuplicateNeighbours(Dataset<Row> neighbours) {
        WindowSpec rank = Window.partitionBy("model", "area_id", "neighbour_rank");
        WindowSpec neighbour = Window.partitionBy("model", "area_id", "neighbour_id");
        WindowSpec list = Window.partitionBy("model", "area_id");
        this.judged = neighbours
                .withColumn("place", row_number().over(rank.orderBy("file", "line")))
                .withColumn(
                        "differs",
                        min("neighbour_id")
                                .over(rank)
                                .notEqual(max("neighbour_id").over(rank))
                                .or(min("neighbour_rank")
                                        .over(neighbour)
                                        .notEqual(max("neighbour_rank").over(neighbour))))
                .withColumn("list_differs", max("differs").over(list))
                .withColumn("first_place", min(when(col("differs"), PLACE)).over(list))
                .withColumn("last_place", max(when(col("differs"), PLACE)).over(list))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** In the columns of bridge_neighbour. */
    Dataset<Row> kept() {
        return judged.where(col("list_differs").equalTo(false).and(col("place").equalTo(1)))
                .select(StarSchema.BRIDGE_NEIGHBOUR.columns().stream()
                        .map(column -> col(column.name()))
                        .toArray(Column[]::new));
    }

    /** In the columns of fact_rejection, one for each rejected row of a file. */
    Dataset<Row> refused() {
        Column oneFile = col("first_place.file").equalTo(col("last_place.file"));
        Column first = when(oneFile, PLACE.equalTo(col("first_place")))
                .otherwise(col("file").equalTo(col("first_place.file")));
        Column elsewhere = when(first, col("last_place")).otherwise(col("first_place"));
        return judged.where("list_differs")
                .groupBy("model", "area_id", "file", "line")
                .agg(min(elsewhere).as("elsewhere"))
                .select(
                        col("file"),
                        col("line"),
                        lit(null).cast("string").as("column_name"),
                        lit(null).cast("string").as("value"),
                        lit(Rule.NEIGHBOUR_DOUBLE.id()).as("rule"),
                        concat(
                                        lit("The neighbours of "),
                                        col("area_id"),
                                        lit(" in the model "),
                                        col("model"),
                                        lit(" differ from those in "),
                                        col("elsewhere.file"),
                                        lit(", line "),
                                        col("elsewhere.line").cast("string"),
                                        lit("; expected one neighbour for each rank, and each neighbour once."))
                                .as("reason"),
                        lit(Rule.NEIGHBOUR_DOUBLE.advice()).as("advice"));
    }
}
