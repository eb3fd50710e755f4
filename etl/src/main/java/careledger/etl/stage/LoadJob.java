package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import careledger.etl.input.LoadPlan;
import careledger.etl.input.PlannedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /**
     * @param full whether to read also what was read before
     * @throws IllegalStateException where the sums do not meet, which is a fault of the program
     */
    public Loaded load(LoadPlan plan, ParsedFiles parsedFiles, boolean full) throws IOException {
        ParseStage.Parsed parsed = new ParseStage(spark, parsedFiles).parse(plan, full);
        Dataset<Row> outcomes = parsed.outcomes();
        DuplicateClaims doubled =
                new DuplicateClaims(outcomes.where("claim is not null").select("claim.*"));
        Dataset<Row> facts = HeadlineStage.decide(doubled.kept()).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> rejections = spark.createDataFrame(
                        plan.rejections().stream().map(OutcomeRows::rejection).toList(), OutcomeRows.REJECTION)
                .unionByName(outcomes.where("rejection is not null").select("rejection.*"))
                .unionByName(doubled.refused())
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> neighbours =
                outcomes.where("neighbour is not null").select("neighbour.*").distinct();
        FactSums sums = FactSums.of(facts);
        return new Loaded(
                facts,
                rejections,
                neighbours,
                files(plan, parsed, sums, doubled),
                sums.conflicts(),
                sums.periods(),
                sums.breakdowns(),
                parsed.reused());
    }

    private static List<FileCount> files(
            LoadPlan plan, ParseStage.Parsed parsed, FactSums sums, DuplicateClaims doubled) {
        Map<String, Row> tallies =
                parsed.tallies(plan.readable().stream().map(PlannedFile::path).collect(Collectors.toSet()));
        boolean none = doubled.none();
        Dataset<Row> refused = doubled.refused();
        Map<String, Long> doubledClaims = none ? Map.of() : byFile(refused);
        Map<String, Long> doubledCells = none
                ? Map.of()
                : byFile(refused.select("file", "line", "column_name").distinct());
        Map<String, Long> doubledRows = none ? Map.of() : doubledRows(parsed.outcomes(), refused);
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
                                    .meeting(sums.claimsByFile().getOrDefault(file.path(), 0L)));
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
