package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.explorer.Route;
import careledger.release.MovableClock;
import careledger.release.TemporaryFolders;
import careledger.release.run.EmbargoedSource;
import careledger.release.run.ExtractCount;
import careledger.release.run.LeftOutDelivery;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.sample.SampleRelease;
import careledger.release.sql.Jdbc;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Nothing of a source that is published on 1 December 2126 at 09:30 is anywhere before then, and all of it is there after,
 * without a restart. It says 661 where 654 is shown before, and 812 of a year that nobody else knows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbargoTest {
    private static final Instant UNTIL = Instant.parse("2126-12-01T09:30:00Z");
    private static final MovableClock CLOCK = new MovableClock(UNTIL.minusSeconds(1));
    private static final String RUN = SampleRelease.RUN;

    /** Words that only the source under embargo brings. */
    private static final List<String> SECRETS = List.of(
            "661.0",
            "812.0",
            "2126-03-31",
            "secret-2126",
            "Looked after 2126",
            "early/claims.csv",
            "8l2",
            "-from-2126");

    private static final String DFE = "dfe-looked-after-2025/dfe_children_looked_after/cic_count/E10000018/2020-03-31";
    private static final List<String> CHANGES = List.of(
            "insert into dim_source values ('secret-2126', 'Looked after 2126', 'DfE', date '2126-12-01', null,"
                    + " 'OFFICIAL_STATISTICS', ['dfe-looked-after-2025'])",
            "insert into bridge_definition_source values ('cic_count/on_a_day', 'secret-2126', 'secret-2126 counts')",
            "insert into dim_extract select * replace ('early/claims.csv' as extract_id, 'secret-2126' as source_id,"
                    + " 'early' as delivery, 'claims.csv' as file, 2 as claims, 3 as rows_read, 2 as rows_accepted,"
                    + " 1 as rows_rejected, 3 as cells_read, 2 as cells_accepted, 1 as cells_rejected)"
                    + " from dim_extract limit 1",
            "insert into fact_rejection values ('early/claims.csv', 4, 'value', '8l2', 'value.wrong', 'Found 8l2.',"
                    + " 'Correct it.')",
            "insert into dim_period select * replace ('2126-03-31' as period_id, '31 March 2126' as label,"
                    + " date '2126-03-31' as period_start, date '2126-03-31' as period_end, 2126 as reporting_year)"
                    + " from dim_period where period_id = '2020-03-31'",
            "insert into fact_observation select * replace ('secret/2' as claim_id, 'secret-2126' as source_id,"
                    + " 'early/claims.csv' as extract_id, 'early/claims.csv' as file, 661 as value,"
                    + " '661' as source_text, date '2126-12-01' as known_from, date '2126-12-01' as headline_from)"
                    + " from fact_observation where claim_id = '" + DFE + "'",
            "insert into fact_observation select * replace ('secret/3' as claim_id, 812 as value,"
                    + " '812' as source_text, '2126-03-31' as period_id, 2126 as reporting_year)"
                    + " from fact_observation where claim_id = 'secret/2'",
            "update fact_observation set conflicts_with = 'secret/2', outranked_by = 'secret/2',"
                    + " outranked_rule = 'LATEST_PUBLICATION' where claim_id = '" + DFE + "'",
            "update fact_observation set headline_to = date '2126-12-01' where claim_id = '" + DFE + "'");

    private final ObjectMapper json = new ObjectMapper();
    private TestService service;
    private String reader = "";
    private String engineer = "";

    @BeforeAll
    void serve() throws Exception {
        Path data = TemporaryFolders.create();
        SampleRelease.publishUnderEmbargo(data, "one", UNTIL, CHANGES);
        record(data);
        service = new TestService(data, "--spring.main.sources=" + MovingClock.class.getName());
        reader = service.key("reader");
        engineer = service.key("engineer");
    }

    private static void record(Path data) {
        ExtractCount early =
                new ExtractCount("early/claims.csv", "early/claims.csv", "0", "claims", 3, 2, 1, 3, 2, 1, 2);
        ExtractCount known = new ExtractCount("2020/claims.csv", "2020/claims.csv", "0", "claims", 9, 9, 0, 9, 9, 0, 9);
        RunRecords records = new RunRecords(data);
        records.writeRejections(
                RUN,
                List.of(new Rejection(
                        "early/claims.csv", 4, Optional.of("value"), Optional.of("8l2"), Rule.LEFT_OUT, "8l2")));
        records.write(RunRecord.started(RUN, "test", Optional.empty())
                .withEmbargoed(
                        List.of(new EmbargoedSource("secret-2126", "Looked after 2126", UNTIL, 2, List.of("early"))))
                .withExtracts(List.of(early, known))
                .withLeftOut(List.of(new LeftOutDelivery("early/claims.csv", "812", false)))
                .noted("early/claims.csv says 812.0")
                .published("one"));
        try {
            Path report = Files.createDirectories(records.reports(RUN)).resolve("report.html");
            Files.writeString(report, "early/claims.csv 812");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void close() {
        service.close();
    }

    @BeforeEach
    void setTheClockBack() {
        at(UNTIL.minusSeconds(1));
    }

    private void at(Instant instant) {
        CLOCK.set(instant);
        service.warehouse().refresh();
        assertThat(service.warehouse().status().problem()).isEmpty();
    }

    @Test
    void nothingOfItIsInAnyAnswerBefore() throws Exception {
        Map<String, String> answers = everything();

        assertThat(answers).hasSizeGreaterThan(60);
        answers.forEach((question, answer) -> {
            for (String secret : SECRETS) {
                assertThat(answer.replaceAll("[0-9a-f]{32,}", "")).as(question).doesNotContain(secret);
            }
        });
    }

    @Test
    void allOfItIsThereAtItsTimeWithoutARestart() throws Exception {
        at(UNTIL);

        String all = String.join("\n", everything().values());

        assertThat(all).contains(SECRETS.toArray(String[]::new));
        JsonNode figure =
                service.data("{ observations(filter: {indicators: [\"cic_count\"], areas: [\"E10000018\"], periods:"
                        + " [\"2020-03-31\"]}) { rows { value headline sourceTitle } } }");
        assertThat(figure.at("/rows").toString())
                .isEqualTo("[{\"value\":661.0,\"headline\":true,\"sourceTitle\":\"Looked after 2126\"}]");
        assertThat(service.data("{ conflicts(indicator: \"cic_count\") { rows { headline { value } } } }")
                        .findValuesAsText("value"))
                .contains("661.0");
        assertThat(service.get("/api/releases.atom").body()).contains("one-from-21261201T093000Z");
        assertThat(service.data("{ releaseDiff(from: \"one\", to: \"one-from-21261201T093000Z\") { added } }")
                        .path("added")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void documentSaysWhichOneItCorrects() throws Exception {
        assertThat(corrected()).containsOnly("[]");
        at(UNTIL);
        assertThat(corrected()).contains("[\"dfe-looked-after-2025\"]", "[]");
        assertThat(service.get("/sources/secret-2126").body()).contains("<dt>Corrects</dt>");
        assertThat(service.get("/sources/dfe-looked-after-2025").body())
                .contains("<dt>Corrected by</dt>", "Looked after 2126");
    }

    private List<String> corrected() throws Exception {
        List<String> lists = new ArrayList<>();
        service.data("{ sources { rows { supersedes } } }")
                .path("rows")
                .forEach(row -> lists.add(row.path("supersedes").toString()));
        return lists;
    }

    @Test
    void whatWasAskedBeforeAndAfterAgreesOnTheHeadline() throws Exception {
        String question = "{ observations(filter: {indicators: [\"cic_count\"], areas: [\"E10000018\"],"
                + " periods: [\"2020-03-31\"]}) { rows { value } } }";
        String conflicts = "{ conflicts(indicator: \"cic_count\") { rows { headline { value } } } }";

        assertThat(service.data(question).findValuesAsText("value")).containsExactly("654.0");
        assertThat(service.data(conflicts).findValuesAsText("value")).doesNotContain("661.0");
        at(UNTIL);
        assertThat(service.data(question).findValuesAsText("value")).containsExactly("661.0");
        assertThat(service.data(conflicts).findValuesAsText("value"))
                .contains("661.0")
                .doesNotContain("654.0");
    }

    @Test
    void theReportOfTheRunIsReadWhenTheEmbargoIsOver() throws Exception {
        String path = "/api/runs/" + RUN + "/report.html";

        assertThat(service.send("GET", path, "X-API-Key", engineer).statusCode())
                .isEqualTo(403);
        at(UNTIL);
        assertThat(new String(service.send("GET", path, "X-API-Key", engineer).body(), UTF_8))
                .contains("812");
    }

    @Test
    void theReleaseUnderEmbargoHasNoNameYet() throws Exception {
        assertThat(service.get("/api/releases/one-from-21261201T093000Z").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/releases/one-from-21261201T093000Z/fact_observation.parquet")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.error("{ releaseDiff(from: \"one\", to: \"one-from-21261201T093000Z\") { added } }")
                        .at("/extensions/code")
                        .asText())
                .isNotEmpty();
        assertThat(service.error("{ observations(release: \"one-from-21261201T093000Z\") { dataVersion } }")
                        .at("/extensions/code")
                        .asText())
                .isEqualTo("UNKNOWN_ID");
        assertThat(service.get("/api/q/observations.json?release=one-from-21261201T093000Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.get("/indicators/cic_count?release=one-from-21261201T093000Z")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onceItIsOverTheReleaseBeforeItIsAnEarlierOne() throws Exception {
        String question = "{ observations(filter: {indicators: [\"cic_count\"], areas: [\"E10000018\"],"
                + " periods: [\"2020-03-31\"]}, release: \"%s\") { rows { value } } }";
        at(UNTIL);

        assertThat(service.data(question.formatted("one")).findValuesAsText("value"))
                .containsExactly("654.0");
        assertThat(service.data(question.formatted("one-from-21261201T093000Z")).findValuesAsText("value"))
                .containsExactly("661.0");
    }

    /** Every answer that the service gives, by its question. */
    private Map<String, String> everything() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (JsonNode query : json.readTree(service.get("/api/q").body()).path("queries")) {
            String name = query.path("name").asText();
            String choices =
                    switch (name) {
                        case "observations" -> "?breakdowns=ALL&headlineOnly=false";
                        case "trend" -> "?indicator=cic_count&area=E10000018";
                        case "observations-by-member" -> "?dimension=sex";
                        case "revisions" -> "?since=2000-01-01";
                        default -> "";
                    };
            for (String format : List.of("json", "csv")) {
                keep(answers, "/api/q/" + name + "." + format + choices, reader);
            }
        }
        for (Route route : Route.values()) {
            String pattern = route.pattern();
            for (String id : ids(route)) {
                keep(answers, pattern.replace("{id}", id), reader);
            }
        }
        for (String path : List.of(
                "/search?q=looked+after+2126",
                "/search?q=812",
                "/data/rejections?run=" + RUN,
                "/indicators/cic_count?as-of=2126-12-31",
                "/api/releases",
                "/api/releases/current",
                "/api/releases.atom",
                "/actuator/health")) {
            keep(answers, path, engineer);
        }
        for (String field : List.of(
                "about { dataVersion observationCount sourceCount lastPeriodEnd }",
                "sources { rows { id title extracts { id } } }",
                "periods { id label }",
                "indicator(id: \"cic_count\") { definitions { text sources { source { id } wording } } }",
                "observations(filter: {breakdowns: ALL, headlineOnly: false}) { rows { id value conflictsWith } }",
                "observations(filter: {asOf: \"2126-12-31\"}) { rows { id value sourceTitle } }",
                "slice(filter: {indicators: [\"cic_count\"]}) { columns { title } rows { cells { value } } }",
                "trend(indicator: \"cic_count\", areas: [\"E10000018\"], asOf: \"2126-12-31\") { summary }",
                "conflicts { rows { headline { id value } others { observation { id value } } } }",
                "revisions(since: \"2000-01-01\") { rows { before { id } after { id value } } }",
                "withheldFigures { value }",
                "releases { id }",
                "releaseDiff(from: \"one\", to: \"one\") { added }",
                "etlRuns { rows { id message read extracts { id } leftOut { delivery } } }",
                "rejections { rows { file value reason } }",
                "rejections(run: \"" + RUN + "\") { rows { file value reason } }",
                "rejectionGroups { file }",
                "rejectionGroups(run: \"" + RUN + "\") { file }")) {
            answers.put(field, service.askAsEngineer("{ " + field + " }").toString());
        }
        List<String> files = new ArrayList<>();
        json.readTree(service.get("/api/releases/current").body())
                .path("files")
                .forEach(file -> files.add(file.path("name").asText()));
        assertThat(files).hasSizeGreaterThan(10);
        for (String file : files) {
            answers.put("/api/releases/current/" + file, contents(file));
        }
        return answers;
    }

    private static List<String> ids(Route route) {
        return switch (route) {
            case TOPIC -> List.of("health");
            case INDICATOR, COMPARE, DEFINITIONS, HISTORY -> List.of("cic_count");
            case SCORECARD -> List.of("corporate-parenting-board");
            case AREA -> List.of("E10000018");
            case SOURCE -> List.of("dfe-looked-after-2025");
            case RELEASE_DIFFERENCE -> List.of("one..one");
            default -> List.of("");
        };
    }

    private void keep(Map<String, String> answers, String path, String key) throws Exception {
        HttpResponse<byte[]> answer = service.send("GET", path, "X-API-Key", key);
        String text = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode()).as(path + text).isLessThan(500);
        answers.put(
                path,
                path.startsWith("/search") ? text.replaceAll("812|ooked after 2126|ooked\\+after\\+2126", "") : text);
    }

    private String contents(String file) throws Exception {
        Path copy = Files.write(
                TemporaryFolders.create().resolve(file),
                service.send("GET", "/api/releases/current/" + file).body());
        StringBuilder text = new StringBuilder();
        boolean database = file.endsWith(".duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + (database ? copy : ""))) {
            List<String> tables = database
                    ? Jdbc.list(connection, "SELECT table_name FROM duckdb_tables()", row -> row.getString(1))
                    : List.of("read_parquet('" + copy + "')");
            for (String table : tables) {
                Jdbc.list(connection, "SELECT t::VARCHAR FROM " + table + " AS t", row -> row.getString(1))
                        .forEach(row -> text.append(row).append('\n'));
            }
        }
        return text.toString();
    }

    /** The clock of the service, which the test moves. */
    static class MovingClock {
        @Bean
        @Primary
        Clock movingClock() {
            return CLOCK;
        }
    }
}
