package careledger.release.sample;

import careledger.release.store.DataLock;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.Indicator;
import careledger.schema.period.TimePeriod;
import careledger.schema.star.StarSchema;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A release of the figures in {@code claims.csv} or {@code series.csv}, filed under the built-in catalogue. */
public final class SampleRelease {
    public static final String RUN = "run-sample";

    /** Words of sources that programs stumble over; the further figures carry them by turns. */
    public static final List<String> HOSTILE_CAVEATS = List.of(
            "=HYPERLINK(\"http://x.example\",\"click\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "\tafter a tab",
            "\rafter a return",
            "a comma, a \"quote\"\nand a second line",
            "Ynys Môn – ≥ 5 children 👧",
            "-12.5%",
            "007",
            "2009-10",
            "",
            " ");

    private final Catalogue catalogue = CatalogueReader.builtIn();
    private final String figures;
    private final Set<String> periods = new LinkedHashSet<>();
    private final Set<String> breakdowns = new LinkedHashSet<>();
    private final Map<String, Integer> claimsOfExtract = new LinkedHashMap<>();

    private SampleRelease(String figures) {
        this.figures = figures;
    }

    /** Publishes it below a data folder, and makes it current. */
    public static Release publish(Path data, String id) throws Exception {
        return publish(data, id, 0);
    }

    /** The whole series of some indicators of Leicestershire as the documents print them. */
    public static Release publishSeries(Path data, String id) throws Exception {
        return publish(new SampleRelease("series.csv"), data, id, 0, 0);
    }

    /** @param more further figures, of years long past, to page through */
    public static Release publish(Path data, String id, int more) throws Exception {
        return publish(new SampleRelease("claims.csv"), data, id, more, 0);
    }

    /** @param copies of one figure, none of them a headline, to make questions slow */
    public static Release publishLarge(Path data, String id, int copies) throws Exception {
        return publish(new SampleRelease("claims.csv"), data, id, 0, copies);
    }

    /**
     * The series, and from a moment on the same with what is under embargo until then.
     *
     * @param changes statements that bring it
     */
    public static Release publishUnderEmbargo(Path data, String id, Instant until, List<String> changes)
            throws Exception {
        try (DataLock lock = DataLock.take(data)) {
            Releases releases = new Releases(data);
            StagedRelease staged = releases.stage(lock);
            new SampleRelease("series.csv").write(staged.dir(), 0, 0, List.of());
            new SampleRelease("series.csv").write(staged.embargoed(until), 0, 0, changes);
            return releases.publish(staged, id, RUN, "digest-of-" + id);
        }
    }

    private static Release publish(SampleRelease sample, Path data, String id, int more, int copies) throws Exception {
        try (DataLock lock = DataLock.take(data)) {
            Releases releases = new Releases(data);
            StagedRelease staged = releases.stage(lock);
            sample.write(staged.dir(), more, copies, List.of());
            return releases.publish(staged, id, RUN, "digest-of-" + id);
        }
    }

    private void write(Path folder, int more, int copies, List<String> changes) throws Exception {
        try (StarTables tables = new StarTables(
                catalogue.dimensions().stream().map(Dimension::id).toList())) {
            new SampleCatalogueTables(catalogue).fill(tables);
            for (Map<String, String> line : lines()) {
                claim(tables, line);
            }
            for (int i = 0; i < more; i++) {
                claim(tables, further(i));
            }
            copy(tables, copies);
            for (String period : periods) {
                period(tables, TimePeriod.parse(period));
            }
            for (String breakdown : breakdowns) {
                breakdown(tables, breakdown);
            }
            sources(tables);
            tables.insert(
                    StarSchema.FACT_REJECTION,
                    Map.of(
                            "file", SampleSource.ANNUAL_REPORT.extract(),
                            "line", 7,
                            "column_name", "period_end",
                            "rule", "NO_PERIOD",
                            "reason", "The row has no period.",
                            "advice", "Give it one."));
            for (String change : changes) {
                tables.execute(change);
            }
            tables.write(folder);
        }
    }

    private void copy(StarTables tables, int copies) throws Exception {
        tables.execute(
                "insert into fact_observation select fact_observation.* replace (claim_id || '/' || copy as claim_id,"
                        + " null as headline_from, null as headline_to) from fact_observation,"
                        + " (select unnest(range(" + copies + ")) as copy) where claim_id = 'dfe/cic-2020'");
        claimsOfExtract.merge(SampleSource.DFE.extract(), copies, Integer::sum);
    }

    private static Map<String, String> further(int i) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("claim", "further/" + "%05d".formatted(i));
        line.put("source", SampleSource.DFE.id());
        line.put("indicator", i % 2 == 0 ? "cic_count" : "cic_rate_per_10k");
        line.put("area", List.of("E92000001", "E12000004", "E12000005").get(i % 3));
        line.put("period", "CY" + (1000 + i / 6));
        line.put("breakdown", "total");
        line.put("kind", "ACTUAL");
        line.put("status", i % 5 == 0 ? "CONFIDENTIAL" : "NORMAL");
        line.put("value", i % 5 == 0 ? "" : Integer.toString(i % 7));
        line.put("decimals", "0");
        line.put("headline_from", "2025-11-20");
        if (i % 10 == 0) {
            line.put("direction", "lower is better");
            line.put("band", "C");
            line.put("quality_note", "Counted twice by hand.");
            line.put("printed_period", "this year");
            line.put("period_note", "year not printed, report year used");
            line.put("qualifier", "over");
            line.put("count", "9");
        }
        line.put("caveat", HOSTILE_CAVEATS.get(i % HOSTILE_CAVEATS.size()));
        return line;
    }

    private void claim(StarTables tables, Map<String, String> line) throws Exception {
        SampleSource source = SampleSource.of(text(line, "source"));
        Indicator indicator = catalogue.indicator(text(line, "indicator")).orElseThrow();
        Definition definition = Optional.ofNullable(maybe(line, "definition"))
                .map(indicator::definition)
                .or(() -> indicator.definitionOf(source.id()))
                .orElse(indicator.primaryDefinition());
        TimePeriod period = TimePeriod.parse(text(line, "period"));
        periods.add(period.id());
        breakdowns.add(text(line, "breakdown"));
        claimsOfExtract.merge(source.extract(), 1, Integer::sum);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("claim_id", text(line, "claim"));
        row.put("source_id", source.id());
        row.put("extract_id", source.extract());
        row.put("indicator_id", indicator.id());
        row.put("definition_id", definition.id());
        row.put("segment_id", Catalogue.segmentOf(indicator, definition));
        row.put("area_id", text(line, "area"));
        row.put("period_id", period.id());
        row.put("breakdown_id", text(line, "breakdown"));
        row.put("value_kind", text(line, "kind"));
        row.put("status", text(line, "status"));
        row.put("value", number(line, "value"));
        row.put("value_decimals", number(line, "decimals"));
        row.put("numerator", number(line, "numerator"));
        row.put("denominator", number(line, "denominator"));
        row.put("quartile", number(line, "quartile"));
        row.put("rag", maybe(line, "rag"));
        row.put("direction", maybe(line, "direction"));
        row.put("band", maybe(line, "band"));
        row.put("quality_note", maybe(line, "quality_note"));
        row.put("caveat", line.get("caveat"));
        row.put("printed_period", maybe(line, "printed_period"));
        row.put("period_note", maybe(line, "period_note"));
        row.put("qualifier", maybe(line, "qualifier"));
        row.put("count", number(line, "count"));
        row.put("locator", "table 1");
        row.put("source_text", maybe(line, "value"));
        row.put("file", source.extract());
        row.put("line", 2);
        row.put("tabular", true);
        row.put("known_from", source.publishedOn());
        row.put("headline_from", maybe(line, "headline_from"));
        row.put("headline_to", maybe(line, "headline_to"));
        row.put("corroborated_by", 0);
        row.put("conflicts_with", maybe(line, "conflicts_with"));
        row.put("outranked_by", maybe(line, "conflicts_with"));
        row.put("outranked_rule", maybe(line, "outranked_rule"));
        row.put("reporting_year", period.reportingYear());
        row.values().removeIf(Objects::isNull);
        tables.insert(StarSchema.FACT_OBSERVATION, row);
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

    private void breakdown(StarTables tables, String id) throws Exception {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("breakdown_id", id);
        String[] pairs = id.equals("total") ? new String[0] : id.split(";", -1);
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[i].split("=", -1);
            row.put("dimension" + (i + 1), pair[0]);
            row.put("member" + (i + 1), pair[1]);
            row.put("d_" + pair[0], pair[1]);
            label.append(label.isEmpty() ? "" : ", ")
                    .append(catalogue.member(pair[0], pair[1]).orElseThrow().title());
        }
        row.put("label", label.isEmpty() ? "Total" : label.toString());
        row.put("dimensions", pairs.length);
        tables.insert(StarSchema.DIM_BREAKDOWN, row);
    }

    private void sources(StarTables tables) throws Exception {
        for (SampleSource source : SampleSource.values()) {
            if (!claimsOfExtract.containsKey(source.extract())) {
                continue;
            }
            Map<String, Object> document = new LinkedHashMap<>(Map.of(
                    "source_id", source.id(),
                    "title", source.title(),
                    "publisher", source == SampleSource.DFE ? "Department for Education" : "The council",
                    "published_on", source.publishedOn(),
                    "authority", source.authority()));
            source.publishedOnNote().ifPresent(note -> document.put("published_on_note", note));
            tables.insert(StarSchema.DIM_SOURCE, document);
            Map<String, Object> extract = new LinkedHashMap<>();
            int claims = claimsOfExtract.getOrDefault(source.extract(), 0);
            extract.put("extract_id", source.extract());
            extract.put("delivery", source.id());
            extract.put("file", "claims.csv");
            extract.put("layout", "claims");
            extract.put("source_id", source.id());
            extract.put("sha256", "0".repeat(64));
            extract.put("mapping_sha256", "1".repeat(64));
            for (String count : List.of("rows_read", "rows_accepted", "cells_read", "cells_accepted", "claims")) {
                extract.put(count, claims);
            }
            extract.put("rows_rejected", 0);
            extract.put("cells_rejected", 0);
            tables.insert(StarSchema.DIM_EXTRACT, extract);
        }
    }

    private List<Map<String, String>> lines() throws Exception {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SampleRelease.class.getResourceAsStream(figures)), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            String[] header = lines.get(0).split(",", -1);
            return lines.stream().skip(1).map(line -> cells(header, line)).toList();
        }
    }

    private static Map<String, String> cells(String[] header, String line) {
        String[] cells = line.split(",", -1);
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            named.put(header[i], cells[i]);
        }
        return named;
    }

    private static String text(Map<String, String> line, String name) {
        return Objects.requireNonNull(line.get(name), name);
    }

    private static @Nullable String maybe(Map<String, String> line, String name) {
        String cell = line.get(name);
        return cell == null || cell.isEmpty() ? null : cell;
    }

    private static @Nullable BigDecimal number(Map<String, String> line, String name) {
        String cell = maybe(line, name);
        return cell == null ? null : new BigDecimal(cell);
    }
}
