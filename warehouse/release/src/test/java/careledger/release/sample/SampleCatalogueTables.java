package careledger.release.sample;

import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.RelatedIndicator;
import careledger.schema.catalogue.Topic;
import careledger.schema.star.StarSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The built-in catalogue as rows. */
final class SampleCatalogueTables {
    private final Catalogue catalogue;

    SampleCatalogueTables(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void fill(StarTables tables) throws Exception {
        int order = 0;
        for (Topic topic : catalogue.topics()) {
            tables.insert(
                    StarSchema.DIM_TOPIC,
                    Map.of("topic_id", topic.id(), "title", topic.title(), "topic_order", order++));
        }
        for (Indicator indicator : catalogue.indicators()) {
            indicator(tables, indicator);
        }
        for (Area area : catalogue.areas()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("area_id", area.id());
            row.put("name", area.name());
            row.put("kind", area.kind().name());
            area.parent().ifPresent(parent -> row.put("parent_id", parent));
            tables.insert(StarSchema.DIM_AREA, row);
        }
        order = 0;
        for (Dimension dimension : catalogue.dimensions()) {
            dimension(tables, dimension, order++);
        }
    }

    private static void indicator(StarTables tables, Indicator indicator) throws Exception {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("indicator_id", indicator.id());
        row.put("topic_id", indicator.topic());
        row.put("title", indicator.title());
        row.put("plain_english", indicator.plainEnglish());
        row.put("unit", indicator.unit().name());
        row.put("decimals", indicator.decimals());
        row.put("polarity", indicator.polarity().name());
        indicator.polarityReason().ifPresent(reason -> row.put("polarity_reason", reason));
        row.put("measure_kind", indicator.measure().name());
        row.put("timing", indicator.timing().name());
        row.put("synonyms", indicator.synonyms().toArray(String[]::new));
        tables.insert(StarSchema.DIM_INDICATOR, row);
        List<Definition> definitions = indicator.definitions();
        for (int i = 0; i < definitions.size(); i++) {
            definition(tables, indicator, definitions.get(i), i + 1);
        }
        for (RelatedIndicator related : indicator.related()) {
            tables.insert(
                    StarSchema.BRIDGE_RELATED_INDICATOR,
                    Map.of(
                            "indicator_id", indicator.id(),
                            "related_id", related.indicator(),
                            "relation", related.relation()));
        }
    }

    private static void definition(StarTables tables, Indicator indicator, Definition definition, int order)
            throws Exception {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("definition_id", definition.id());
        row.put("indicator_id", indicator.id());
        row.put("definition_order", order);
        row.put("is_primary", definition.primary());
        row.put("segment_id", Catalogue.segmentOf(indicator, definition));
        row.put("text", definition.text());
        row.put("comparable_with_previous", definition.comparableWithPrevious());
        definition.numerator().ifPresent(text -> row.put("numerator", text));
        definition.denominator().ifPresent(text -> row.put("denominator", text));
        definition.breakReason().ifPresent(text -> row.put("break_reason", text));
        tables.insert(StarSchema.DIM_DEFINITION, row);
        for (Map.Entry<String, String> wording : definition.wordings().entrySet()) {
            tables.insert(
                    StarSchema.BRIDGE_DEFINITION_SOURCE,
                    Map.of(
                            "definition_id", definition.id(),
                            "source_id", wording.getKey(),
                            "wording", wording.getValue()));
        }
    }

    private static void dimension(StarTables tables, Dimension dimension, int order) throws Exception {
        tables.insert(
                StarSchema.DIM_DIMENSION,
                Map.of("dimension_id", dimension.id(), "title", dimension.title(), "dimension_order", order));
        for (int i = 0; i < dimension.members().size(); i++) {
            tables.insert(
                    StarSchema.DIM_MEMBER,
                    Map.of(
                            "dimension_id", dimension.id(),
                            "member_id", dimension.members().get(i).id(),
                            "title", dimension.members().get(i).title(),
                            "member_order", i + 1));
        }
    }
}
