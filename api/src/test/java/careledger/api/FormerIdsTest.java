package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TemporaryFolders;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ids that a council's programs and letters still hold, although the catalogue has others now. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormerIdsTest {
    private TestService service;

    @BeforeAll
    void serve() throws Exception {
        Path file = TemporaryFolders.create().resolve("ids.yaml");
        Files.writeString(file, """
                replaced:
                  - {kind: INDICATOR, former: looked_after_count, now: cic_count}
                  - {kind: INDICATOR, former: lac_number, now: looked_after_count}
                  - {kind: TOPIC, former: wellbeing, now: health}
                  - {kind: AREA, former: E10009999, now: E10000018}
                  - {kind: DIMENSION, former: gender, now: sex}
                  - {kind: MEMBER, former: sex=girls, now: sex=female}
                """);
        service = new TestService(TestService.sharedData(), "--careledger.replaced-ids=" + file);
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void questionsWithFormerIdsAreAnsweredAndSaySo() throws Exception {
        same(
                "{ observations(filter: {indicators: [\"%s\"], areas: [\"%s\"]}, first: 3) { rows { id } totalCount } }",
                new String[] {"lac_number", "E10009999"},
                new String[] {"cic_count", "E10000018"},
                "/observations/rows/0/id");
        same(
                "{ trend(indicator: \"%s\") { indicator { id } } }",
                of("looked_after_count"), of("cic_count"), "/trend/indicator/id");
        same("{ indicator(id: \"%s\") { id title } }", of("looked_after_count"), of("cic_count"), "/indicator/id");
        same("{ indicators(topic: \"%s\") { rows { id } } }", of("wellbeing"), of("health"), "/indicators/rows/0/id");
        same(
                "{ observations(filter: {breakdowns: ALL, headlineOnly: false, members: [{dimension: \"%s\", members: [\"%s\"]}]}, first: 3) { totalCount } }",
                new String[] {"gender", "girls"}, new String[] {"sex", "female"}, "/observations/totalCount");
        same(
                "{ slice(filter: {indicators: [\"%s\"]}, rows: [PERIOD], columns: [AREA]) { rows { labels } } }",
                of("lac_number"), of("cic_count"), "/slice/rows/0/labels");
        same(
                "{ conflicts(indicator: \"%s\") { totalCount } }",
                of("lac_number"), of("cic_count"), "/conflicts/totalCount");
        same(
                "{ revisions(indicator: \"%s\") { totalCount } }",
                of("lac_number"), of("cic_count"), "/revisions/totalCount");
        same(
                "{ scorecard(id: \"corporate-parenting-board\", area: \"%s\") { area { id } } }",
                of("E10009999"), of("E10000018"), "/scorecard/area/id");
    }

    @Test
    void answerNamesBothIds() throws Exception {
        JsonNode replaced =
                service.query("{ indicator(id: \"lac_number\") { id } }").at("/extensions/replacedIds");

        assertThat(replaced).hasSize(1);
        assertThat(replaced.at("/0/kind").asText()).isEqualTo("INDICATOR");
        assertThat(replaced.at("/0/asked").asText()).isEqualTo("lac_number");
        assertThat(replaced.at("/0/answered").asText()).isEqualTo("cic_count");
        assertThat(replaced.at("/0/message").asText())
                .isEqualTo("The indicator 'lac_number' is now called 'cic_count'.");
    }

    @Test
    void tablesByNameSaySoInAHeader() throws Exception {
        for (String form : new String[] {"csv", "json", "xlsx", "parquet"}) {
            HttpResponse<byte[]> former = service.send(
                    "GET", "/api/q/observations." + form + "?indicators=lac_number,dental_check_pct&areas=E10009999");
            HttpResponse<byte[]> now = service.send(
                    "GET", "/api/q/observations." + form + "?indicators=cic_count,dental_check_pct&areas=E10000018");
            assertThat(former.statusCode()).as(form).isEqualTo(200);
            assertThat(former.headers().firstValue("X-Replaced-Ids"))
                    .as(form)
                    .hasValue("indicator lac_number=cic_count, area E10009999=E10000018");
            assertThat(now.headers().firstValue("X-Replaced-Ids")).as(form).isEmpty();
            if (form.equals("csv")) {
                assertThat(new String(former.body(), UTF_8)).isEqualTo(new String(now.body(), UTF_8));
            }
        }
    }

    @Test
    void pagesLeadToTheIdsOfToday() throws Exception {
        moved("/indicators/lac_number", "/indicators/cic_count");
        moved("/indicators/lac_number.csv", "/indicators/cic_count.csv");
        moved(
                "/indicators/looked_after_count/history?area=E10009999&as-of=2020-01-31",
                "/indicators/cic_count/history?area=E10000018&as-of=2020-01-31");
        moved("/indicators/dental_check_pct?by=gender", "/indicators/dental_check_pct?by=sex");
        moved("/topics/wellbeing", "/topics/health");
        moved("/areas/E10009999", "/areas/E10000018");
        assertThat(service.send("GET", "/indicators/cic_count").statusCode()).isEqualTo(200);
        assertThat(service.send("GET", "/indicators/lac_numbr").statusCode()).isEqualTo(404);
        assertThat(service.send("GET", "/indicators/lac_number.svg").statusCode())
                .isEqualTo(service.send("GET", "/indicators/cic_count.svg").statusCode());
    }

    @Test
    void fileWithMistakesIsRefusedAtStart() throws Exception {
        Path file = TemporaryFolders.create().resolve("ids.yaml");
        Files.writeString(file, "replaced: [{kind: INDICATOR, former: a}]");
        assertThatThrownBy(() -> new TestService(TestService.sharedData(), "--careledger.replaced-ids=" + file).close())
                .rootCause()
                .hasMessageContaining("careledger.replacedIds: ")
                .hasMessageContaining("now");
    }

    private void same(String query, String[] former, String[] now, String found) throws Exception {
        JsonNode asked = service.query(query.formatted((Object[]) former));
        JsonNode usual = service.query(query.formatted((Object[]) now));

        assertThat(usual.at("/data" + found).isMissingNode())
                .as(usual.toString())
                .isFalse();
        assertThat(asked.get("data")).as(asked.toString()).isEqualTo(usual.get("data"));
        assertThat(asked.at("/extensions/replacedIds")).hasSize(former.length);
        assertThat(usual.at("/extensions/replacedIds").isMissingNode()).isTrue();
    }

    private void moved(String from, String to) throws Exception {
        HttpResponse<byte[]> answer = service.send("GET", from);
        assertThat(answer.statusCode()).as(from).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).as(from).hasValue(to);
    }

    private static String[] of(String id) {
        return new String[] {id};
    }
}
