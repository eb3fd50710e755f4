package careledger.release.sample;

import careledger.release.sample.RandomRelease.Drawn;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.star.StarSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a release drawn by chance, with headlines by a plain reading of the rule. */
final class RandomTables {
    private final RandomRelease chance;
    private final List<RandomClaim> claims;
    private final Map<String, Drawn> indicators;

    private RandomTables(RandomRelease chance) {
        this.chance = chance;
        this.claims = chance.claims();
        this.indicators = chance.indicators().stream().collect(Collectors.toMap(Drawn::id, drawn -> drawn));
    }

    static void publish(RandomRelease chance, Path data, String id) throws Exception {
        try (DataLock lock = DataLock.take(data);
                StarTables tables = new StarTables(List.of("provider"))) {
            Releases releases = new Releases(data);
            StagedRelease staged = releases.stage(lock);
            new RandomTables(chance).fill(tables);
            tables.write(staged.dir());
            releases.publish(staged, id, "run-of-" + id, "digest-of-" + id);
        }
    }

    private void fill(StarTables tables) throws Exception {
        tables.insert(StarSchema.DIM_TOPIC, Map.of("topic_id", "t", "title", "Topic", "topic_order", 1));
        for (Drawn drawn : chance.indicators()) {
            indicator(tables, drawn);
        }
        for (String area : RandomRelease.areas()) {
            tables.insert(
                    StarSchema.DIM_AREA,
                    area.equals("E92000001")
                            ? Map.of("area_id", area, "name", area, "kind", "COUNTRY")
                            : Map.of("area_id", area, "name", area, "kind", "AUTHORITY", "parent_id", "E92000001"));
        }
        places(tables);
        for (int document = 0; document < chance.documents(); document++) {
            document(tables, document);
        }
        for (LocalDate day : claims.stream().map(RandomClaim::day).distinct().toList()) {
            period(tables, TimePeriod.parse(day.toString()));
        }
        Map<String, Span> spans = spans();
        for (RandomClaim claim : claims) {
            tables.insert(StarSchema.FACT_OBSERVATION, row(claim, spans.get(claim.id())));
        }
    }

    private static void indicator(StarTables tables, Drawn drawn) throws Exception {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("indicator_id", drawn.id());
        row.put("topic_id", "t");
        row.put("title", "Children of " + drawn.id());
        row.put("plain_english", "How many.");
        row.put("unit", drawn.unit().name());
        row.put("decimals", 1);
        row.put("polarity", drawn.polarity().name());
        row.put("measure_kind", drawn.kind().name());
        row.put("timing", "DAY");
        row.put("synonyms", new String[0]);
        tables.insert(StarSchema.DIM_INDICATOR, row);
        for (int i = 0; i < drawn.comparable().size(); i++) {
            Map<String, Object> definition = new LinkedHashMap<>();
            definition.put("definition_id", drawn.definition(i));
            definition.put("indicator_id", drawn.id());
            definition.put("definition_order", i + 1);
            definition.put("is_primary", i == drawn.primary());
            definition.put("segment_id", drawn.segment(i));
            definition.put("text", "Definition " + i + ".");
            definition.put("comparable_with_previous", drawn.comparable().get(i));
            if (!drawn.comparable().get(i)) {
                definition.put("break_reason", "Others are counted from definition " + i + ".");
            }
            tables.insert(StarSchema.DIM_DEFINITION, definition);
        }
    }

    /** Neighbours of two models, the first published with the first document, the other with the third. */
    private void places(StarTables tables) throws Exception {
        tables.insert(
                StarSchema.DIM_DIMENSION,
                Map.of("dimension_id", "provider", "title", "Provider", "dimension_order", 1));
        for (String member : List.of("female", "male")) {
            tables.insert(
                    StarSchema.DIM_MEMBER,
                    Map.of("dimension_id", "provider", "member_id", member, "title", member, "member_order", 1));
            tables.insert(
                    StarSchema.DIM_BREAKDOWN,
                    Map.of(
                            "breakdown_id",
                            "provider=" + member,
                            "label",
                            member,
                            "dimensions",
                            1,
                            "dimension1",
                            "provider",
                            "member1",
                            member,
                            "d_provider",
                            member));
        }
        tables.insert(StarSchema.DIM_BREAKDOWN, Map.of("breakdown_id", "total", "label", "All", "dimensions", 0));
        for (int rank = 1; rank <= 5; rank++) {
            neighbour(tables, "2010", RandomRelease.NEIGHBOURS.get(rank - 1), rank, 0);
            if (chance.documents() > 2) {
                neighbour(tables, "2018", RandomRelease.NEIGHBOURS.get(rank), rank, 2);
            }
        }
    }

    private static void neighbour(StarTables tables, String model, String area, int rank, int document)
            throws Exception {
        tables.insert(
                StarSchema.BRIDGE_NEIGHBOUR,
                Map.of(
                        "model", model,
                        "area_id", RandomRelease.AREA,
                        "neighbour_id", area,
                        "neighbour_rank", rank,
                        "source_id", "s" + document));
    }

    private void document(StarTables tables, int document) throws Exception {
        tables.insert(
                StarSchema.DIM_SOURCE,
                Map.of(
                        "source_id",
                        "s" + document,
                        "title",
                        "Document " + document,
                        "publisher",
                        "Somebody",
                        "published_on",
                        RandomRelease.published(document),
                        "authority",
                        "COUNCIL_REPORT"));
        int told = (int)
                claims.stream().filter(claim -> claim.source() == document).count();
        Map<String, Object> extract = new LinkedHashMap<>();
        extract.put("extract_id", "s" + document + "/claims.csv");
        extract.put("delivery", "s" + document);
        extract.put("file", "claims.csv");
        extract.put("layout", "claims");
        extract.put("source_id", "s" + document);
        extract.put("sha256", "0".repeat(64));
        extract.put("mapping_sha256", "1".repeat(64));
        for (String count : List.of("rows_read", "rows_accepted", "cells_read", "cells_accepted", "claims")) {
            extract.put(count, told);
        }
        extract.put("rows_rejected", 0);
        extract.put("cells_rejected", 0);
        tables.insert(StarSchema.DIM_EXTRACT, extract);
    }

    private static void period(StarTables tables, TimePeriod period) throws Exception {
        tables.insert(
                StarSchema.DIM_PERIOD,
                Map.of(
                        "period_id", period.id(),
                        "kind", period.kind().name(),
                        "label", period.label(),
                        "period_start", period.start(),
                        "period_end", period.end(),
                        "reporting_year", period.reportingYear()));
    }

    private Map<String, Object> row(RandomClaim claim, @Nullable Span span) {
        Drawn indicator = Objects.requireNonNull(indicators.get(claim.indicator()));
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("claim_id", claim.id());
        row.put("source_id", "s" + claim.source());
        row.put("extract_id", "s" + claim.source() + "/claims.csv");
        row.put("indicator_id", claim.indicator());
        row.put("definition_id", indicator.definition(claim.definition()));
        row.put("segment_id", indicator.segment(claim.definition()));
        row.put("area_id", claim.area());
        row.put("period_id", claim.day().toString());
        row.put("breakdown_id", claim.breakdown());
        row.put("value_kind", ValueKind.ACTUAL.name());
        row.put("status", (claim.value().isPresent() ? ObsStatus.NORMAL : ObsStatus.NOT_AVAILABLE).name());
        row.put("value", claim.value().orElse(null));
        row.put("value_decimals", claim.value().map(BigDecimal::scale).orElse(null));
        row.put("numerator", claim.numerator());
        row.put("denominator", claim.denominator());
        row.put("locator", "table 1");
        row.put("file", "s" + claim.source() + "/claims.csv");
        row.put("line", 2);
        row.put("tabular", true);
        row.put("known_from", RandomRelease.published(claim.source()));
        row.put("headline_from", span == null ? null : span.from());
        row.put("headline_to", span == null ? null : span.to().orElse(null));
        row.put("corroborated_by", 0);
        row.put("reporting_year", TimePeriod.parse(claim.day().toString()).reportingYear());
        Map<String, Object> present = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                present.put(column, value);
            }
        });
        return present;
    }

    private record Span(LocalDate from, Optional<LocalDate> to) {}

    /** Figure before symbol, primary before other definitions, later before earlier; a run of days for each headline. */
    private Map<String, Span> spans() {
        Map<String, Span> spans = new HashMap<>();
        Map<String, List<RandomClaim>> points =
                claims.stream().collect(Collectors.groupingBy(RandomClaim::point, TreeMap::new, Collectors.toList()));
        Comparator<RandomClaim> better = Comparator.comparing(
                        (RandomClaim claim) -> claim.value().isPresent())
                .thenComparing(RandomClaim::primary)
                .thenComparing(RandomClaim::source);
        for (List<RandomClaim> point : points.values()) {
            Optional<RandomClaim> shown = Optional.empty();
            for (int document = 0; document < chance.documents(); document++) {
                int newest = document;
                Optional<RandomClaim> best =
                        point.stream().filter(claim -> claim.source() <= newest).max(better);
                if (best.isPresent() && !best.equals(shown)) {
                    LocalDate day = RandomRelease.published(document);
                    shown.ifPresent(last ->
                            spans.computeIfPresent(last.id(), (id, span) -> new Span(span.from(), Optional.of(day))));
                    spans.put(best.get().id(), new Span(day, Optional.empty()));
                    shown = best;
                }
            }
        }
        return spans;
    }
}
