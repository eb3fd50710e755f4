package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TemporaryFolders;
import careledger.release.TinyRelease;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Release one says that Leicestershire had 654 children in care on 31 March 2020; release two, the current one, says 655. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierFiguresTest {
    private static final String FILTER =
            "filter: {indicators: [\"cic_count\"], areas: [\"E10000018\"], periods: [\"2020-03-31\"]}";

    private TestService service;

    @BeforeAll
    void serveTheSecondOfTwoReleases() throws Exception {
        Path data = TemporaryFolders.create();
        TinyRelease.published(data, "one");
        try (TinyRelease tiny = TinyRelease.prepare()) {
            tiny.change("UPDATE fact_observation SET value = 655 WHERE claim_id = 'dfe/2'")
                    .publish(data, "two");
        }
        service = new TestService(data);
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void fieldsOfOneRequestAreEachAnsweredFromTheReleaseThatTheyName() throws Exception {
        JsonNode answer = service.query("{ then: observations(" + FILTER
                        + ", release: \"one\") { rows { id value } dataVersion }"
                        + " now: observations(" + FILTER + ") { rows { id value } dataVersion }"
                        + " slice(" + FILTER + ", release: \"one\") { rows { texts } dataVersion }"
                        + " trend(indicator: \"cic_count\", release: \"one\")"
                        + " { headline dataVersion lines { segments { points { valueText } } } }"
                        + " scorecard(release: \"one\") { dataVersion notes sections { rows { label } } }"
                        + " conflicts(release: \"one\") { rows { headline { value } } } }")
                .path("data");

        assertThat(answer.at("/then/rows").toString()).isEqualTo("[{\"id\":\"dfe/2@one\",\"value\":654.0}]");
        assertThat(answer.at("/now/rows").toString()).isEqualTo("[{\"id\":\"dfe/2\",\"value\":655.0}]");
        assertThat(answer.at("/slice/rows/0/texts/0").asText()).isEqualTo("654");
        assertThat(answer.at("/trend/lines").findValuesAsText("valueText"))
                .contains("654")
                .doesNotContain("655");
        assertThat(answer.at("/conflicts/rows").findValuesAsText("value"))
                .contains("654.0")
                .doesNotContain("655.0");
        assertThat(answer.at("/scorecard/sections").findValuesAsText("label")).contains("Children in care");
        assertThat(answer.at("/scorecard/notes/0").asText()).startsWith("This release has no such measures");
        for (String field : new String[] {"then", "slice", "trend", "scorecard"}) {
            assertThat(answer.path(field).path("dataVersion").asText())
                    .as(field)
                    .isEqualTo("one");
        }
    }

    @Test
    void whatThereIsOfAMeasureIsCountedInTheReleaseThatIsNamed() throws Exception {
        Path data = TemporaryFolders.create();
        TinyRelease.published(data, "one");
        try (TinyRelease tiny = TinyRelease.prepare()) {
            tiny.change("DELETE FROM fact_observation WHERE claim_id = 'dfe/2';"
                            + "UPDATE dim_extract SET claims = 5 WHERE extract_id = '2025/dfe.csv'")
                    .publish(data, "two");
        }
        String counted = " { indicator { availability { area { id } observations } } }";

        try (TestService fewer = new TestService(data)) {
            JsonNode answer = fewer.query("{ then: trend(indicator: \"cic_count\", release: \"one\")" + counted
                    + " now: trend(indicator: \"cic_count\")" + counted + " }");

            assertThat(ofTheCouncil(answer.at("/data/then")))
                    .as(answer.toString())
                    .isEqualTo(ofTheCouncil(answer.at("/data/now")) + 1);
        }
    }

    private static int ofTheCouncil(JsonNode trend) {
        return StreamSupport.stream(trend.at("/indicator/availability").spliterator(), false)
                .filter(there -> there.at("/area/id").asText().equals("E10000018"))
                .mapToInt(there -> there.path("observations").asInt())
                .sum();
    }

    @Test
    void releaseThatIsNotKeptIsNamedWithTheNearest() throws Exception {
        JsonNode error = service.error("{ observations(release: \"onee\") { rows { value } } }");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
        assertThat(error.at("/extensions/argument").toString()).contains("release");
        assertThat(error.at("/extensions").toString()).contains("\"one\"");
    }

    @Test
    void pagesOfAListGoOnInTheirRelease() throws Exception {
        String first = "{ observations(first: 3, release: \"one\"%s) { rows { id } endCursor } }";
        String cursor = service.data(first.formatted("")).path("endCursor").asText();

        assertThat(service.data(first.formatted(", after: \"" + cursor + "\""))
                        .path("rows")
                        .size())
                .isEqualTo(3);
        assertThat(service.error("{ observations(first: 3, after: \"" + cursor + "\") { rows { id } } }")
                        .at("/extensions/code")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void whatIsForOfficersStaysForOfficers() throws Exception {
        JsonNode answer = service.query("{ withheldFigures(release: \"one\") { value } }");

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(service.askAsEngineer("{ withheldFigures(release: \"one\") { value } }")
                        .path("errors")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void requestMayReadTwoReleasesByTheirIds() throws Exception {
        String each = " { dataVersion }";

        JsonNode answer = service.query("{ a: observations(release: \"one\")" + each
                + " b: observations(release: \"two\")" + each + " c: observations(release: \"three\")" + each + " }");

        assertThat(answer.at("/data/b/dataVersion").asText()).isEqualTo("two");
        assertThat(answer.at("/errors/0/message").asText()).contains("more than 2 releases");
    }

    @Test
    void namedQueryIsAnsweredFromTheReleaseInItsAddress() throws Exception {
        String path = "/api/q/observations.csv?indicators=cic_count&areas=E10000018&periods=2020-03-31";

        HttpResponse<byte[]> then = service.send("GET", path + "&release=one");
        HttpResponse<byte[]> now = service.send("GET", path);

        assertThat(new String(then.body(), UTF_8)).contains(",654").doesNotContain(",655");
        assertThat(new String(now.body(), UTF_8)).contains(",655").doesNotContain(",654");
        assertThat(then.headers().firstValue("ETag")).isNotEqualTo(now.headers().firstValue("ETag"));
        assertThat(service.get(path + "&release=three").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/q/runs.json?release=one").statusCode()).isEqualTo(400);
    }
}
