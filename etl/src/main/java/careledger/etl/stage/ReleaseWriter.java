package careledger.etl.stage;

import careledger.etl.input.LoadPlan;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Writes every table of the star schema. */
public final class ReleaseWriter {
    private final SparkSession spark;
    private final Path release;

    public ReleaseWriter(SparkSession spark, Path release) {
        this.spark = spark;
        this.release = release;
    }

    public void write(LoadPlan plan, Loaded loaded) throws IOException {
        TableWriter writer = new TableWriter(spark, release);
        writer.write(StarSchema.FACT_OBSERVATION, loaded.facts());
        writer.write(StarSchema.FACT_REJECTION, loaded.rejections());
        writer.write(StarSchema.BRIDGE_NEIGHBOUR, loaded.neighbours());
        new CatalogueTables(plan.catalogue()).write(writer);
        writer.write(StarSchema.DIM_PERIOD, DerivedTables.periods(distinct(loaded.facts(), "period_id")));
        Table breakdowns = DerivedTables.breakdownTable(plan.catalogue());
        writer.write(breakdowns, DerivedTables.breakdowns(distinct(loaded.facts(), "breakdown_id"), plan.catalogue()));
        writer.write(StarSchema.DIM_SOURCE, sources(plan));
        writer.write(
                StarSchema.DIM_EXTRACT,
                loaded.files().stream().map(ReleaseWriter::extract).toList());
    }

    private static List<Row> sources(LoadPlan plan) {
        Map<String, SourceMapping> sources = new TreeMap<>();
        plan.deliveries().forEach(delivery -> delivery.sources().forEach(one -> sources.put(one.id(), one)));
        return sources.values().stream()
                .map(source -> RowFactory.create(
                        source.id(),
                        source.title(),
                        source.publisher(),
                        Date.valueOf(source.publishedOn()),
                        source.publishedOnNote().orElse(null),
                        source.authority().name()))
                .toList();
    }

    private static Row extract(FileCount count) {
        return RowFactory.create(
                count.file().path(),
                count.file().delivery(),
                count.file().name(),
                count.file().layout(),
                count.file().source().orElse(null),
                count.file().sha256(),
                count.file().mappingSha256(),
                count.rowsRead(),
                count.rowsAccepted(),
                count.rowsRejected(),
                count.cellsRead(),
                count.cellsAccepted(),
                count.cellsRejected(),
                count.claims());
    }

    private static List<String> distinct(Dataset<Row> facts, String column) {
        return facts.select(column).distinct().as(Encoders.STRING()).collectAsList().stream()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
