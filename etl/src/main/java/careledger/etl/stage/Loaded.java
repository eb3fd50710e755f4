package careledger.etl.stage;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a load made, before it is written.
 *
 * @param facts in the columns of fact_observation
 * @param rejections in the columns of fact_rejection
 * @param neighbours in the columns of bridge_neighbour
 * @param files in order of path
 */
public record Loaded(Dataset<Row> facts, Dataset<Row> rejections, Dataset<Row> neighbours, List<FileCount> files) {
    public Loaded {
        files = List.copyOf(files);
    }

    /** Claims that disagree with the one shown for their definition by more than rounding. */
    public long conflicts() {
        return facts.where("conflicts_with is not null").count();
    }
}
