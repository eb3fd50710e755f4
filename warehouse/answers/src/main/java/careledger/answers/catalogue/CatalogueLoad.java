package careledger.answers.catalogue;

import careledger.answers.query.ResultRow;
import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the catalogue of a release out of its serving file: one statement a table, whatever the number of rows. */
public final class CatalogueLoad {
    private final Sql sql;
    private final Instant loadedAt;

    /** @param loadedAt when the release was made */
    public CatalogueLoad(Sql sql, Instant loadedAt) {
        this.sql = sql;
        this.loadedAt = loadedAt;
    }

    public ReleaseCatalogue load() throws SQLException {
        List<TopicEntry> topics = rows("topics", row -> new TopicEntry(row.text(), row.text(), row.whole()));
        return new ReleaseCatalogue(
                topics,
                indicators(topics),
                dimensions(),
                rows(
                        "areas",
                        row -> new AreaEntry(
                                row.text(),
                                row.text(),
                                row.constant(AreaKind.class),
                                row.textOrNull(),
                                row.dateOrNull(),
                                row.dateOrNull(),
                                row.texts(),
                                row.texts())),
                figuresByArea(),
                rows("periods", PeriodEntry::read),
                sources(),
                DimensionAttributes.load(sql),
                SeriesMemory.load(sql),
                searchFacts());
    }

    private List<IndicatorEntry> indicators(List<TopicEntry> topics) throws SQLException {
        Map<String, TopicEntry> topicById = new HashMap<>();
        topics.forEach(topic -> topicById.put(topic.id(), topic));
        Map<String, List<DefinitionSource>> sources =
                grouped("definition_sources", row -> new DefinitionSource(row.text(), row.text()));
        Map<String, List<DefinitionEntry>> definitions = grouped("definitions", row -> definition(row, sources));
        Map<String, List<RelatedEntry>> related = grouped("related", row -> new RelatedEntry(row.text(), row.text()));
        return rows("indicators", row -> {
            String id = row.text();
            return new IndicatorEntry(
                    id,
                    row.text(),
                    row.text(),
                    topicOf(topicById, row.text()),
                    row.constant(Unit.class),
                    row.whole(),
                    row.constant(Polarity.class),
                    row.textOrNull(),
                    row.constant(MeasureKind.class),
                    definitions.getOrDefault(id, List.of()),
                    row.texts(),
                    related.getOrDefault(id, List.of()));
        });
    }

    private Map<String, Integer> figuresByArea() throws SQLException {
        Map<String, Integer> figures = new HashMap<>();
        rows("area_figures", row -> figures.put(row.text(), row.whole()));
        return figures;
    }

    private Map<String, SearchFacts> searchFacts() throws SQLException {
        Map<String, List<String>> members = grouped("searched_members", ResultRow::text);
        Map<String, SearchFacts> facts = new HashMap<>();
        rows("searched_figures", row -> {
            String id = row.text();
            return facts.put(id, new SearchFacts(members.getOrDefault(id, List.of()), row.day(), row.whole()));
        });
        return facts;
    }

    private static TopicEntry topicOf(Map<String, TopicEntry> topics, String id) {
        TopicEntry topic = topics.get(id);
        if (topic == null) {
            throw new IllegalStateException("dim_indicator names topic '" + id + "', which dim_topic does not hold");
        }
        return topic;
    }

    private List<DimensionEntry> dimensions() throws SQLException {
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, List<MemberEntry>> members = new HashMap<>();
        rows("members", row -> {
            String dimension = row.text();
            titles.put(dimension, row.text());
            return members.computeIfAbsent(dimension, id -> new ArrayList<>())
                    .add(new MemberEntry(dimension, row.text(), row.text(), row.whole()));
        });
        return DimensionEntry.withoutAmbiguousTitles(titles.entrySet().stream()
                .map(entry -> new DimensionEntry(
                        entry.getKey(), entry.getValue(), members.getOrDefault(entry.getKey(), List.of())))
                .toList());
    }

    private List<SourceEntry> sources() throws SQLException {
        Map<String, ExtractEntry> extracts = new HashMap<>();
        rows("extracts", this::extract).forEach(extract -> extracts.put(extract.id(), extract));
        Map<String, List<String>> extractsOfSource = grouped("source_extracts", ResultRow::text);
        return rows("sources", row -> {
            String id = row.text();
            return new SourceEntry(
                    id,
                    row.text(),
                    row.text(),
                    row.day(),
                    row.textOrNull(),
                    row.texts(),
                    extractsOfSource.getOrDefault(id, List.of()).stream()
                            .filter(extracts::containsKey)
                            .map(extracts::get)
                            .toList(),
                    row.whole());
        });
    }

    private ExtractEntry extract(ResultRow row) throws SQLException {
        return new ExtractEntry(
                row.text(), row.text(), row.text(), row.text(), row.whole(), row.whole(), row.whole(), loadedAt);
    }

    private static DefinitionEntry definition(ResultRow row, Map<String, List<DefinitionSource>> sources)
            throws SQLException {
        String id = row.text();
        return new DefinitionEntry(
                id,
                row.flag(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.dateOrNull(),
                row.dateOrNull(),
                row.flag(),
                row.textOrNull(),
                sources.getOrDefault(id, List.of()));
    }

    private <T> List<T> rows(String statement, Sql.RowReader<T> reader) throws SQLException {
        return sql.rows(SqlResource.of(CatalogueLoad.class, statement), List.of(), reader);
    }

    /** Rows by their first cell. */
    private <T> Map<String, List<T>> grouped(String statement, Sql.RowReader<T> reader) throws SQLException {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        rows(statement, row -> groups.computeIfAbsent(row.text(), key -> new ArrayList<>())
                .add(reader.read(row)));
        return groups;
    }
}
