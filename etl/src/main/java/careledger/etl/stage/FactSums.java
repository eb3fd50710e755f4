package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run must know of its claims as a whole, taken in one go over them.
 *
 * @param conflicts claims that disagree with the one shown for their definition by more than rounding
 * @param periods that the claims are about, sorted
 * @param breakdowns that the claims are about, sorted
 */
record FactSums(Map<String, Long> claimsByFile, long conflicts, List<String> periods, List<String> breakdowns) {
    static FactSums of(Dataset<Row> facts) {
        List<Row> groups = facts.groupBy(col("file"), col("period_id"), col("breakdown_id"))
                .agg(count(lit(1)).as("claims"), count(col("conflicts_with")).as("conflicts"))
                .collectAsList();
        Map<String, Long> claims = new TreeMap<>();
        TreeSet<String> periods = new TreeSet<>();
        TreeSet<String> breakdowns = new TreeSet<>();
        long conflicts = 0;
        for (Row group : groups) {
            claims.merge(group.getAs("file"), group.<Long>getAs("claims"), Long::sum);
            periods.add(group.getAs("period_id"));
            breakdowns.add(group.getAs("breakdown_id"));
            conflicts += group.<Long>getAs("conflicts");
        }
        return new FactSums(claims, conflicts, List.copyOf(periods), List.copyOf(breakdowns));
    }
}
