package careledger.etl.stage;

import careledger.etl.input.LoadPlan;
import careledger.etl.input.PlannedFile;
import careledger.schema.mapping.MappingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Delivered files in, outcomes out. A file that was read before, with the same mapping and by the same program, is not
 * read again; either way its outcomes come from the Parquet that is kept of them.
 */
final class ParseStage {
    private static final Pattern PART = Pattern.compile("part-(\\d+)-.*\\.parquet");

    private final SparkSession spark;
    private final ParsedFiles parsed;

    ParseStage(SparkSession spark, ParsedFiles parsed) {
        this.spark = spark;
        this.parsed = parsed;
    }

    /** @param full whether to read also what was read before */
    Parsed parse(LoadPlan plan, boolean full) throws IOException {
        Map<String, PlannedFile> byKey = new LinkedHashMap<>();
        plan.readable().forEach(file -> byKey.put(parsed.key(file, MappingText.yamls(plan.mappings())), file));
        List<Path> outcomes = new ArrayList<>();
        Map<String, PlannedFile> unread = new LinkedHashMap<>();
        byKey.forEach((key, file) -> {
            Optional<Path> kept = full ? Optional.empty() : parsed.find(key);
            kept.ifPresentOrElse(outcomes::add, () -> unread.put(key, file));
        });
        outcomes.addAll(read(unread, plan));
        parsed.keepOnly(byKey.keySet());
        Dataset<Row> all = dataset(outcomes);
        Set<String> paths = plan.readable().stream().map(PlannedFile::path).collect(Collectors.toSet());
        return new Parsed(all, tallies(all, paths), byKey.size() - unread.size());
    }

    private List<Path> read(Map<String, PlannedFile> unread, LoadPlan plan) throws IOException {
        if (unread.isEmpty()) {
            return List.of();
        }
        Path room = parsed.stagingDir();
        List<FileTask> tasks = unread.values().stream()
                .map(file -> task(file, plan.place(file)))
                .toList();
        spark.createDataFrame(
                        JavaSparkContext.fromSparkContext(spark.sparkContext())
                                .parallelize(tasks, tasks.size())
                                .flatMap(new ReadFile(plan.mappings())),
                        OutcomeRows.OUTCOME)
                .write()
                .option("compression", "zstd")
                .parquet(SparkPaths.of(room));
        List<String> keys = List.copyOf(unread.keySet());
        List<Path> kept = new ArrayList<>();
        for (Map.Entry<Integer, Path> part : parts(room, keys.size()).entrySet()) {
            kept.add(parsed.keep(keys.get(part.getKey()), part.getValue()));
        }
        return kept;
    }

    private static FileTask task(PlannedFile file, Path place) {
        return new FileTask(
                place.toAbsolutePath().toUri().toString(), file.path(), file.delivery(), file.name(), file.sha256());
    }

    /** Spark writes a file a task, which is one a delivered file, and numbers them alike. */
    private static Map<Integer, Path> parts(Path room, int expected) throws IOException {
        Map<Integer, Path> parts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(room)) {
            for (Path file : files.sorted().toList()) {
                Matcher part = PART.matcher(file.getFileName().toString());
                if (part.matches()) {
                    parts.put(Integer.valueOf(part.group(1)), file);
                }
            }
        }
        if (parts.size() != expected) {
            throw new IllegalStateException("Of " + expected + " files read, " + parts.size() + " came out.");
        }
        return parts;
    }

    private Dataset<Row> dataset(List<Path> outcomes) {
        if (outcomes.isEmpty()) {
            return spark.createDataFrame(List.of(), OutcomeRows.OUTCOME);
        }
        String[] uris = outcomes.stream().map(SparkPaths::toRead).toArray(String[]::new);
        return spark.read().schema(OutcomeRows.OUTCOME).parquet(uris);
    }

    /** @throws IllegalStateException where the outcomes are of other files than these */
    private static Map<String, Row> tallies(Dataset<Row> outcomes, Set<String> paths) {
        Map<String, Row> tallies = new LinkedHashMap<>();
        outcomes.where("tally is not null")
                .select("tally.*")
                .collectAsList()
                .forEach(tally -> tallies.put(tally.getAs("path"), tally));
        if (!tallies.keySet().equals(paths)) {
            throw new IllegalStateException(
                    "Outcomes of " + tallies.keySet() + " were found, those of " + paths + " expected.");
        }
        return tallies;
    }

    /**
     * @param tallies what the reader of each file counted, by its path
     * @param reused how many files were not read again
     */
    record Parsed(Dataset<Row> outcomes, Map<String, Row> tallies, int reused) {
        Parsed {
            tallies = Map.copyOf(tallies);
        }

        /** As many as the readers of the files counted. */
        long claims() {
            return tallies.values().stream()
                    .mapToLong(tally -> tally.<Integer>getAs("claims"))
                    .sum();
        }
    }
}
