package careledger.etl.stage;

import careledger.release.store.Release;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Writes every table of the star schema. */
public final class ReleaseWriter {
    private final TableWriter writer;

    /** @param previous whose files are taken where they hold the same */
    public ReleaseWriter(SparkSession spark, Path release, Optional<Release> previous) throws IOException {
        this.writer = new TableWriter(spark, release, previous);
    }

    /** @return digests of what the files hold, by path below the release */
    public Map<String, String> write(Loaded loaded) throws IOException {
        Catalogue catalogue = loaded.catalogue();
        writer.writeSorted(StarSchema.FACT_OBSERVATION, loaded.facts());
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
        return writer.contents();
    }

    /** Files that were taken from the previous release. */
    public int reused() {
        return writer.reused();
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
