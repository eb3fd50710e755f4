package careledger.etl.stage;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Writes every table of the star schema. */
public final class ReleaseWriter {
    private final TableWriter writer;

    public ReleaseWriter(SparkSession spark, Path release) {
        this.writer = new TableWriter(spark, release);
    }

    /** @throws IllegalStateException where other claims were written than were read, which is a fault of the program */
    public void write(Loaded loaded) throws IOException {
        Catalogue catalogue = loaded.catalogue();
        writer.write(StarSchema.FACT_OBSERVATION, loaded.facts());
        requireEveryClaim(loaded.files());
        writer.write(StarSchema.FACT_REJECTION, loaded.rejections());
        writer.write(StarSchema.BRIDGE_NEIGHBOUR, loaded.neighbours());
        new CatalogueTables(catalogue, loaded.part().hidden()).write(writer);
        writer.write(StarSchema.DIM_PERIOD, DerivedTables.periods(loaded.periods()));
        Table breakdowns = DerivedTables.breakdownTable(catalogue);
        writer.write(breakdowns, DerivedTables.breakdowns(loaded.breakdowns(), catalogue));
        writer.write(StarSchema.DIM_SOURCE, sources(loaded.part().sources()));
        writer.write(
                StarSchema.DIM_EXTRACT,
                loaded.files().stream().map(ReleaseWriter::extract).toList());
    }

    private void requireEveryClaim(List<FileCount> files) {
        Map<String, Long> written = new TreeMap<>();
        writer.written(StarSchema.FACT_OBSERVATION)
                .groupBy("file")
                .count()
                .collectAsList()
                .forEach(row -> written.put(row.getString(0), row.getLong(1)));
        files.forEach(file -> file.meeting(written.getOrDefault(file.file().path(), 0L)));
    }

    private static List<Row> sources(List<SourceMapping> sources) {
        return sources.stream()
                .map(source -> RowFactory.create(
                        source.id(),
                        source.title(),
                        source.publisher(),
                        Date.valueOf(source.publishedOn()),
                        source.publishedOnNote().orElse(null),
                        source.authority().name(),
                        source.supersedes().isEmpty()
                                ? null
                                : CollectionConverters.asScala(source.supersedes().stream()
                                                .sorted()
                                                .toList())
                                        .toSeq()))
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
}
