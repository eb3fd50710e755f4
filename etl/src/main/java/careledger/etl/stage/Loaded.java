package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;

import careledger.etl.input.VisiblePart;
import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.observation.Breakdown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What a load made of one part of the plan, before it is written.
 *
 * @param claims in the columns of {@link OutcomeRows#CLAIM}; quick to ask for a few of them
 * @param facts the same in the columns of fact_observation, worked out again each time they are read
 * @param rejections in the columns of fact_rejection
 * @param neighbours in the columns of bridge_neighbour
 * @param files in order of path
 * @param conflicts claims that disagree with the one shown for their definition by more than rounding
 * @param periods that the claims are about, sorted
 * @param breakdowns that the claims are about, sorted
 * @param reused files whose outcomes were kept from an earlier run
 */
public record Loaded(
        VisiblePart part,
        Dataset<Row> claims,
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

    /** Claims, all files together. */
    public long claimCount() {
        return files.stream().mapToLong(FileCount::claims).sum();
    }

    /** Claims of each of these sources. */
    public Map<String, Long> claimsOf(Set<String> sources) {
        Map<String, Long> bySource = new TreeMap<>();
        claims.where(col("source_id").isin(sources.toArray()))
                .groupBy(col("source_id"))
                .count()
                .collectAsList()
                .forEach(row -> bySource.put(row.getAs("source_id"), row.getAs("count")));
        return bySource;
    }

    /** The catalogue of the part; the whole one where its claims cannot do without what a hidden delivery adds. */
    public Catalogue catalogue() {
        Catalogue own = part.catalogue();
        if (part.whole()) {
            return own;
        }
        Set<String> definitions = own.indicators().stream()
                .flatMap(indicator -> indicator.definitions().stream())
                .map(Definition::id)
                .collect(Collectors.toSet());
        Set<String> areas = own.areas().stream().map(Area::id).collect(Collectors.toSet());
        boolean enough = definitions.containsAll(distinct(claims, "definition_id"))
                && areas.containsAll(distinct(claims, "area_id"))
                && areas.containsAll(distinct(neighbours, "area_id"))
                && areas.containsAll(distinct(neighbours, "neighbour_id"))
                && breakdowns.stream()
                        .flatMap(id -> Breakdown.parse(id).members().entrySet().stream())
                        .allMatch(
                                one -> own.member(one.getKey(), one.getValue()).isPresent());
        return enough ? own : part.plan().catalogue();
    }

    private static Set<String> distinct(Dataset<Row> rows, String column) {
        return new TreeSet<>(
                rows.select(column).distinct().as(Encoders.STRING()).collectAsList());
    }
}
