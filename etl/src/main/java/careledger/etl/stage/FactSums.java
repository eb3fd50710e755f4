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
    /** @param decisions of the headlines of those claims that others compete with */
    static FactSums of(Dataset<Row> claims, Dataset<Row> decisions) {
        List<Row> groups = claims.groupBy(col("file"), col("period_id"), col("breakdown_id"))
                .agg(count(lit(1)).as("claims"))
                .collectAsList();
        Map<String, Long> byFile = new TreeMap<>();
        TreeSet<String> periods = new TreeSet<>();
        TreeSet<String> breakdowns = new TreeSet<>();
        for (Row group : groups) {
            byFile.merge(group.getAs("file"), group.<Long>getAs("claims"), Long::sum);
            periods.add(group.getAs("period_id"));
            breakdowns.add(group.getAs("breakdown_id"));
        }
        long conflicts = decisions.where(col("conflicts_with").isNotNull()).count();
        return new FactSums(byFile, conflicts, List.copyOf(periods), List.copyOf(breakdowns));
    }
}
