package careledger.etl.stage;

import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Member;
import careledger.schema.catalogue.Topic;
import careledger.schema.star.StarSchema;
import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The catalogue as dimension tables. */
final class CatalogueTables {
    private final Catalogue catalogue;
    private final Set<String> hidden;

    /** @param hidden sources whose wordings are not written */
    CatalogueTables(Catalogue catalogue, Set<String> hidden) {
        this.catalogue = catalogue;
        this.hidden = Set.copyOf(hidden);
    }

    void write(TableWriter writer) throws IOException {
        writer.write(StarSchema.DIM_TOPIC, topics());
        writer.write(
                StarSchema.DIM_INDICATOR,
                byId(catalogue.indicators().stream().map(CatalogueTables::row).toList()));
        writer.write(StarSchema.DIM_DEFINITION, definitions());
        writer.write(StarSchema.BRIDGE_DEFINITION_SOURCE, wordings());
        writer.write(StarSchema.BRIDGE_RELATED_INDICATOR, related());
        writer.write(
                StarSchema.DIM_AREA,
                byId(catalogue.areas().stream().map(CatalogueTables::row).toList()));
        writer.write(StarSchema.DIM_DIMENSION, dimensions());
        writer.write(StarSchema.DIM_MEMBER, members());
    }

    private List<Row> topics() {
        List<Row> rows = new ArrayList<>();
        for (Topic topic : catalogue.topics()) {
            rows.add(RowFactory.create(topic.id(), topic.title(), rows.size() + 1));
        }
        return rows;
    }

    private static Row row(Indicator indicator) {
        return RowFactory.create(
                indicator.id(),
                indicator.topic(),
                indicator.title(),
                indicator.plainEnglish(),
                indicator.unit().name(),
                indicator.decimals(),
                indicator.polarity().name(),
                indicator.polarityReason().orElse(null),
                indicator.measure().name(),
                indicator.timing().name(),
                CollectionConverters.asScala(indicator.synonyms()).toSeq(),
                indicator.sibling().orElse(null));
    }

    private List<Row> definitions() {
        List<Row> rows = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            int order = 0;
            for (Definition definition : indicator.definitions()) {
                order++;
                rows.add(RowFactory.create(
                        definition.id(),
                        indicator.id(),
                        order,
                        definition.primary(),
                        Catalogue.segmentOf(indicator, definition),
                        definition.text(),
                        definition.numerator().orElse(null),
                        definition.denominator().orElse(null),
                        definition.statutoryReturn().orElse(null),
                        date(definition.validFrom()),
                        date(definition.validTo()),
                        definition.comparableWithPrevious(),
                        definition.breakReason().orElse(null)));
            }
        }
        return byId(rows);
    }

    private List<Row> wordings() {
        List<Row> rows = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            for (Definition definition : indicator.definitions()) {
                definition.wordings().forEach((source, wording) -> {
                    if (!hidden.contains(source)) {
                        rows.add(RowFactory.create(definition.id(), source, wording));
                    }
                });
            }
        }
        return byId(rows);
    }

    private List<Row> related() {
        List<Row> rows = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            indicator
                    .related()
                    .forEach(related ->
                            rows.add(RowFactory.create(indicator.id(), related.indicator(), related.relation())));
        }
        return byId(rows);
    }

    private static Row row(Area area) {
        return RowFactory.create(
                area.id(),
                area.name(),
                area.kind().name(),
                area.parent().orElse(null),
                date(area.existedFrom()),
                date(area.existedTo()),
                CollectionConverters.asScala(area.successors()).toSeq(),
                CollectionConverters.asScala(area.aliases()).toSeq());
    }

    private List<Row> dimensions() {
        List<Row> rows = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            rows.add(RowFactory.create(dimension.id(), dimension.title(), rows.size() + 1));
        }
        return rows;
    }

    private List<Row> members() {
        List<Row> rows = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            int order = 0;
            for (Member member : dimension.members()) {
                order++;
                rows.add(RowFactory.create(dimension.id(), member.id(), member.title(), order));
            }
        }
        return rows;
    }

    private static @Nullable Date date(Optional<LocalDate> day) {
        return day.map(Date::valueOf).orElse(null);
    }

    private static List<Row> byId(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.<Row, String>comparing(row -> row.getString(0))
                        .thenComparing(row -> row.get(1) instanceof String second ? second : ""))
                .toList();
    }
}
