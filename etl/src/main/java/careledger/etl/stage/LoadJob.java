package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import careledger.etl.input.LoadPlan;
import careledger.etl.input.PlannedFile;
import careledger.etl.input.VisiblePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
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
     * @param parts of the plan that may be seen at one time or another
     * @param full whether to read also what was read before
     * @return what each part came to
     * @throws IllegalStateException where the sums do not meet, which is a fault of the program
     */
    public List<Loaded> load(LoadPlan plan, List<VisiblePart> parts, ParsedFiles parsedFiles, boolean full)
            throws IOException {
        ParseStage.Parsed parsed = new ParseStage(spark, parsedFiles).parse(plan, full);
        SparkSessions.compileStages(spark, parsed.claims());
        return parts.stream().map(part -> load(part, parsed)).toList();
    }

    private Loaded load(VisiblePart part, ParseStage.Parsed parsed) {
        Dataset<Row> outcomes = parsed.outcomes();
        Column hidden = col("source_id").isin(part.hidden().toArray());
        DuplicateClaims doubled = new DuplicateClaims(
                outcomes.where("claim is not null").select("claim.*").where(not(hidden)));
        Dataset<Row> claims = doubled.kept();
        Dataset<Row> decisions = HeadlineStage.decide(claims).persist(StorageLevel.MEMORY_AND_DISK());
        FactSums sums = FactSums.of(claims, decisions);
        Dataset<Row> facts = DecidedFacts.of(
                spark,
                claims,
                decisions,
                ContradictionStage.notes(claims, part.plan().catalogue()),
                OutlierStage.medians(claims));
        DuplicateNeighbours neighbours = new DuplicateNeighbours(
                outcomes.where("neighbour is not null").select("neighbour.*").where(not(hidden)));
        Dataset<Row> refused = outcomes.where("rejection is not null")
                .select("rejection.*")
                .unionByName(doubled.refused())
                .unionByName(neighbours.refused());
        Dataset<Row> rejections = spark.createDataFrame(
                        part.rejections().stream().map(OutcomeRows::rejection).toList(), OutcomeRows.REJECTION)
                .unionByName(
                        part.whole()
                                ? refused
                                : refused.where(
                                        col("file").isin(part.wholeFiles().toArray())))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Loaded(
                part,
                claims,
                facts,
                rejections,
                neighbours.kept(),
                files(part, parsed, sums, doubled, neighbours),
                sums.conflicts(),
                sums.periods(),
                sums.breakdowns(),
                parsed.reused());
    }

    private static List<FileCount> files(
            VisiblePart part,
            ParseStage.Parsed parsed,
            FactSums sums,
            DuplicateClaims doubled,
            DuplicateNeighbours neighbours) {
        boolean none = doubled.none();
        Dataset<Row> refused = doubled.refused();
        Map<String, Long> doubledClaims = none ? Map.of() : byFile(refused);
        Map<String, Long> doubledCells = none
                ? Map.of()
                : byFile(refused.select("file", "line", "column_name").distinct());
        Map<String, Long> doubledRows = none ? Map.of() : doubledRows(parsed.outcomes(), refused);
        Map<String, Long> doubledLists = byFile(neighbours.refused());
        Map<String, FileCount> parts = countsOfParts(part, doubled.kept());
        List<FileCount> files = new ArrayList<>();
        for (PlannedFile file : part.files()) {
            Row tally = parsed.tallies().get(file.path());
            if (part.hidesSomeOf(file)) {
                Optional.ofNullable(parts.get(file.path())).ifPresent(files::add);
            } else if (tally == null) {
                files.add(FileCount.unread(file));
            } else {
                files.add(FileCount.of(
                                file,
                                tally,
                                doubledRows.getOrDefault(file.path(), 0L) + doubledLists.getOrDefault(file.path(), 0L),
                                doubledCells.getOrDefault(file.path(), 0L),
                                doubledClaims.getOrDefault(file.path(), 0L))
                        .meeting(sums.claimsByFile().getOrDefault(file.path(), 0L)));
            }
        }
        return files;
    }

    /** Files of several sources of which some are hidden, counted by what is shown of them. */
    private static Map<String, FileCount> countsOfParts(VisiblePart part, Dataset<Row> kept) {
        Map<String, PlannedFile> files = part.files().stream()
                .filter(part::hidesSomeOf)
                .collect(Collectors.toMap(PlannedFile::path, file -> file));
        if (files.isEmpty()) {
            return Map.of();
        }
        Map<String, FileCount> counts = new TreeMap<>();
        kept.where(col("file").isin(files.keySet().toArray()))
                .groupBy(col("file"))
                .agg(
                        countDistinct(col("line")).as("rows"),
                        countDistinct(col("line"), col("column_name")).as("cells"),
                        count(lit(1)).as("claims"))
                .collectAsList()
                .forEach(row -> {
                    PlannedFile file = Objects.requireNonNull(files.get(row.<String>getAs("file")));
                    counts.put(
                            file.path(),
                            FileCount.accepted(
                                    file,
                                    row.<Long>getAs("rows"),
                                    row.<Long>getAs("cells"),
                                    row.<Long>getAs("claims")));
                });
        return counts;
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
