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
 * @param conflicts claims that disagree with the one shown for their definition by more than rounding
 * @param periods that the claims are about, sorted
 * @param breakdowns that the claims are about, sorted
 * @param reused files whose outcomes were kept from an earlier run
 */
public record Loaded(
        Dataset<Row> facts,
        Dataset<Row> rejections,
        Dataset<Row> neighbours,
        List<FileCount> files,
        long conflicts,
        List<String> periods,
        List<String> breakdowns,
        int reused) {
    public Loaded {
        files = List.copyOf(files);
        periods = List.copyOf(periods);
        breakdowns = List.copyOf(breakdowns);
    }
}
