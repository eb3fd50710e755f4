package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import careledger.etl.input.LoadPlan;
import careledger.etl.input.PlannedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Reads the delivered files of a plan and makes claims with headlines of them. Sums are met at every stage: what a file's
 * reader counted must be what came out.
 */
public final class LoadJob {
    private final SparkSession spark;

    public LoadJob(SparkSession spark) {
        this.spark = spark;
    }

    /** @throws IllegalStateException where the sums do not meet, which is a fault of the program */
    public Loaded load(LoadPlan plan, Path root) {
        Dataset<Row> outcomes = outcomes(plan, root).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> read = outcomes.where("claim is not null").select("claim.*");
        DoubledClaims doubled = new DoubledClaims(read);
        Dataset<Row> refused = doubled.refused().persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> facts = HeadlineStage.decide(doubled.kept()).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> rejections = spark.createDataFrame(
                        plan.rejections().stream().map(OutcomeRows::rejection).toList(), OutcomeRows.REJECTION)
                .unionByName(outcomes.where("rejection is not null").select("rejection.*"))
                .unionByName(refused)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> neighbours =
                outcomes.where("neighbour is not null").select("neighbour.*").distinct();
        List<FileCount> files = files(plan, outcomes, facts, refused);
        return new Loaded(facts, rejections, neighbours, files);
    }

    private Dataset<Row> outcomes(LoadPlan plan, Path root) {
        List<FileTask> tasks = plan.readable().stream()
                .map(file -> new FileTask(
                        root.resolve(file.delivered()).toUri().toString(), file.path(), file.delivery(), file.name()))
                .toList();
        if (tasks.isEmpty()) {
            return spark.createDataFrame(List.of(), OutcomeRows.OUTCOME);
        }
        return spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(tasks, tasks.size())
                        .flatMap(new ReadFile(plan.mappings())),
                OutcomeRows.OUTCOME);
    }

    private static List<FileCount> files(
            LoadPlan plan, Dataset<Row> outcomes, Dataset<Row> facts, Dataset<Row> refused) {
        Map<String, Row> tallies = new HashMap<>();
        outcomes.where("tally is not null")
                .select("tally.*")
                .collectAsList()
                .forEach(tally -> tallies.put(tally.getAs("path"), tally));
        Map<String, Long> claims = byFile(facts);
        Map<String, Long> doubledClaims = byFile(refused);
        boolean none = doubledClaims.isEmpty();
        Map<String, Long> doubledCells = none
                ? Map.of()
                : byFile(refused.select("file", "line", "column_name").distinct());
        Map<String, Long> doubledRows = none ? Map.of() : doubledRows(outcomes, refused);
        List<FileCount> files = new ArrayList<>();
        for (PlannedFile file : plan.files()) {
            Row tally = tallies.get(file.path());
            files.add(
                    tally == null
                            ? FileCount.unread(file)
                            : FileCount.of(
                                            file,
                                            tally,
                                            doubledRows.getOrDefault(file.path(), 0L),
                                            doubledCells.getOrDefault(file.path(), 0L),
                                            doubledClaims.getOrDefault(file.path(), 0L))
                                    .meeting(claims.getOrDefault(file.path(), 0L)));
        }
        return files;
    }

    /** Rows that lost a claim to another place and had nothing refused in them before. */
    private static Map<String, Long> doubledRows(Dataset<Row> outcomes, Dataset<Row> refused) {
        Dataset<Row> before = outcomes.where("rejection is not null").select("rejection.file", "rejection.line");
        return byFile(refused.select("file", "line").distinct().except(before));
    }

    private static Map<String, Long> byFile(Dataset<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.groupBy(col("file"))
                .agg(count(lit(1)).as("rows"))
                .collectAsList()
                .forEach(row -> counts.put(row.getAs("file"), row.getAs("rows")));
        return counts;
    }
}
