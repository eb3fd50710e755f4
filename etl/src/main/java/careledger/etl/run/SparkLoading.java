package careledger.etl.run;

import careledger.etl.input.LoadPlan;
import careledger.etl.stage.FileCount;
import careledger.etl.stage.LoadJob;
import careledger.etl.stage.Loaded;
import careledger.etl.stage.ParsedFiles;
import careledger.etl.stage.ReleaseWriter;
import careledger.etl.stage.SparkSessions;
import careledger.etl.stage.SparkSettings;
import careledger.release.store.Release;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

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
    public LoadResult read(LoadPlan plan) throws IOException {
        progress.start("starting Spark");
        SparkSession spark = SparkSessions.open(settings);
        progress.start("reading " + plan.readable().size() + " files and deciding headlines");
        Loaded loaded = new LoadJob(spark).load(plan, new ParsedFiles(parsed), full);
        progress.note(loaded.files().stream().mapToLong(FileCount::claims).sum() + " claims; " + loaded.reused()
                + " files were read before");
        return new SparkLoad(spark, plan, loaded, progress);
    }

    private record SparkLoad(SparkSession spark, LoadPlan plan, Loaded loaded, Progress progress)
            implements LoadResult {
        @Override
        public List<FileCount> files() {
            return loaded.files();
        }

        @Override
        public long conflicts() {
            return loaded.conflicts();
        }

        @Override
        public List<Rejection> rejections() {
            return loaded.rejections().sort("file", "line", "column_name", "rule").collectAsList().stream()
                    .map(SparkLoad::rejection)
                    .toList();
        }

        @Override
        public Map<String, String> write(Path release, Optional<Release> previous) throws IOException {
            ReleaseWriter writer = new ReleaseWriter(spark, release, previous);
            Map<String, String> contents = writer.write(plan, loaded);
            progress.note(writer.reused() + " of " + contents.size() + " files are those of the release before");
            return contents;
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
