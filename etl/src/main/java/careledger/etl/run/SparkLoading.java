package careledger.etl.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import careledger.etl.input.LoadPlan;
import careledger.etl.input.VisiblePart;
import careledger.etl.stage.FileCount;
import careledger.etl.stage.LoadJob;
import careledger.etl.stage.Loaded;
import careledger.etl.stage.ParsedFiles;
import careledger.etl.stage.ReleaseWriter;
import careledger.etl.stage.SparkSessions;
import careledger.etl.stage.SparkSettings;
import careledger.release.run.EmbargoedSource;
import careledger.release.store.StagedRelease;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Reads deliveries with Spark; what was read before is kept in a folder, and not read again. */
final class SparkLoading implements Loading {
    private final Path parsed;
    private final boolean full;
    private final SparkSettings settings;
    private final Progress progress;

    /** @param full whether to read also what was read before */
    SparkLoading(Path parsed, boolean full, SparkSettings settings, Progress progress) {
        this.parsed = parsed;
        this.full = full;
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public LoadResult read(LoadPlan plan, Instant now) throws IOException {
        progress.start("starting Spark");
        SparkSession spark = SparkSessions.open(settings);
        progress.start("reading " + plan.readable().size() + " files and deciding headlines");
        List<Loaded> parts = new LoadJob(spark).load(plan, VisiblePart.of(plan, now), new ParsedFiles(parsed), full);
        SparkLoad load = new SparkLoad(spark, parts);
        progress.note(
                load.everything().claimCount() + " claims; " + load.everything().reused() + " files were read before");
        return load;
    }

    /** @param parts what may be seen now, and after each end of an embargo; the last is everything */
    private record SparkLoad(SparkSession spark, List<Loaded> parts) implements LoadResult {
        private SparkLoad {
            parts = List.copyOf(parts);
        }

        private Loaded now() {
            return parts.get(0);
        }

        private Loaded everything() {
            return parts.get(parts.size() - 1);
        }

        @Override
        public List<FileCount> files() {
            return everything().files();
        }

        @Override
        public long claims() {
            return now().claimCount();
        }

        @Override
        public List<EmbargoedSource> embargoed() {
            Map<String, Long> figures = now().part().whole()
                    ? Map.of()
                    : everything().claimsOf(now().part().hidden());
            return now().part().embargoed(figures);
        }

        @Override
        public long conflicts() {
            return now().conflicts();
        }

        @Override
        public List<Rejection> rejections() {
            return everything().rejections().sort("file", "line", "column_name", "rule").collectAsList().stream()
                    .map(SparkLoad::rejection)
                    .toList();
        }

        @Override
        public List<Preview> preview(int ofEachFile) {
            if (ofEachFile == 0) {
                return List.of();
            }
            Catalogue catalogue = everything().part().plan().catalogue();
            WindowSpec file = Window.partitionBy("file").orderBy("line", "claim_id");
            return everything()
                    .facts()
                    .withColumn("place", row_number().over(file))
                    .where(col("place").leq(ofEachFile))
                    .orderBy("file", "place")
                    .collectAsList()
                    .stream()
                    .map(row -> preview(row, catalogue))
                    .toList();
        }

        private static Preview preview(Row row, Catalogue catalogue) {
            BigDecimal value = row.getAs("value");
            return Preview.of(
                    catalogue,
                    row.getAs("file") + ", line " + row.<Integer>getAs("line"),
                    new Preview.FigureKey(
                            row.getAs("indicator_id"),
                            row.getAs("area_id"),
                            row.getAs("period_id"),
                            row.getAs("breakdown_id"),
                            row.getAs("value_kind")),
                    Optional.ofNullable(value)
                            .map(stored -> stored.setScale(
                                    Math.max(0, row.<Integer>getAs("value_decimals")), RoundingMode.HALF_UP)),
                    row.getAs("status"),
                    row.getAs("source_text"),
                    Optional.ofNullable(row.getAs("quality_note")));
        }

        @Override
        public void write(StagedRelease release) throws IOException {
            for (Loaded part : parts) {
                Path folder = part.part().from().map(release::embargoed).orElse(release.dir());
                new ReleaseWriter(spark, folder).write(part);
            }
        }

        private static Rejection rejection(Row row) {
            return new Rejection(
                    row.getAs("file"),
                    row.<Integer>getAs("line"),
                    Optional.ofNullable(row.<String>getAs("column_name")),
                    Optional.ofNullable(row.<String>getAs("value")),
                    Rule.of(row.getAs("rule")),
                    row.getAs("reason"));
        }
    }
}
