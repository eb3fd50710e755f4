package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures in the forms in which statistical offices exchange them. */
class ExchangeFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sdmxHasADataflowAndOneFigureForEachKey() throws Exception {
        String question = "?breakdowns=ALL";
        HttpResponse<byte[]> answer = TestService.shared().send("GET", "/api/q/observations.sdmx.csv" + question);
        DownloadedTable table = DownloadedTable.csv(answer.body());
        DownloadedTable plain = DownloadedTable.csv(TestService.shared()
                .send("GET", "/api/q/observations.csv" + question)
                .body());

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.sdmx.data+csv;version=2.0.0;charset=UTF-8");
        assertThat(new String(answer.body(), UTF_8))
                .startsWith("STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,BREAKDOWN,VALUE_KIND,DEFINITION,"
                        + "PERIOD_KIND,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE");
        assertThat(table.column("STRUCTURE")).containsOnly("dataflow");
        assertThat(table.column("STRUCTURE_ID")).containsOnly("CARELEDGER:OBSERVATIONS(1.0)");
        assertThat(table.column("ACTION")).containsOnly("I");
        assertThat(table.column("OBS_VALUE")).isEqualTo(plain.column("value"));
        assertThat(table.column("CLAIM")).isEqualTo(plain.column("claim"));
        Set<String> keys = new HashSet<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> key = new ArrayList<>();
            for (String dimension :
                    List.of("INDICATOR", "REF_AREA", "BREAKDOWN", "VALUE_KIND", "DEFINITION", "PERIOD_KIND")) {
                String id = table.column(dimension).get(row);
                assertThat(id).matches("[A-Za-z0-9_@$-]+");
                key.add(id);
            }
            String time = table.column("TIME_PERIOD").get(row);
            assertThat(time).matches("\\d{4}|\\d{4}-\\d\\d|\\d{4}-\\d\\d-\\d\\d(/P(\\d+[YMD])+)?");
            key.add(time);
            keys.add(String.join("|", key));
            assertThat(table.column("OBS_STATUS").get(row)).matches("[APFQNUOM]");
        }
        assertThat(keys).hasSameSizeAs(table.rows()).hasSizeGreaterThan(20);
    }

    @Test
    void cubeHoldsEveryFigureInItsCell() throws Exception {
        JsonNode cube = JSON.readTree(TestService.shared()
                .get("/api/q/observations.jsonstat?breakdowns=ALL")
                .body());
        JsonNode rows = JSON.readTree(TestService.shared()
                        .get("/api/q/observations.json?breakdowns=ALL")
                        .body())
                .at("/data/observations/rows");

        assertThat(cube.get("version").asText()).isEqualTo("2.0");
        assertThat(cube.at("/extension/claims")).hasSameSizeAs(rows);
        for (JsonNode row : rows) {
            long cell = 0;
            for (int axis = 0; axis < cube.get("id").size(); axis++) {
                String name = cube.get("id").get(axis).asText();
                List<String> ids = new ArrayList<>();
                cube.at("/dimension/" + name + "/category/index").forEach(id -> ids.add(id.asText()));
                assertThat(ids).hasSize(cube.get("size").get(axis).asInt());
                cell = cell * ids.size() + ids.indexOf(row.get(name).asText());
            }
            assertThat(cube.at("/extension/claims/" + cell)).isEqualTo(row.get("claim"));
            assertThat(cube.at("/value/" + cell).asText())
                    .isEqualTo(row.get("value").asText().replace("null", ""));
            assertThat(cube.at("/status/" + cell).isMissingNode())
                    .isEqualTo(row.get("status").asText().equals("NORMAL")
                            && row.get("valueKind").asText().matches("ACTUAL|PREVIOUSLY_REPORTED|TARGET"));
        }
    }

    @Test
    void emptyCubeHasNoCells() throws Exception {
        JsonNode cube = JSON.readTree(TestService.shared()
                .get("/api/q/observations.jsonstat?reportingYears=1900")
                .body());

        assertThat(cube.get("size").toString()).isEqualTo("[0,0,0,0,0]");
        assertThat(cube.get("value")).isEmpty();
    }

    @Test
    void acceptChoosesSdmx() throws Exception {
        HttpResponse<byte[]> answer = TestService.shared()
                .send(
                        "GET",
                        "/api/q/observations?areas=E10000018",
                        "Accept",
                        "application/vnd.sdmx.data+csv;version=2.0.0, application/json;q=0.5");
        assertThat(new String(answer.body(), UTF_8)).startsWith("STRUCTURE,");
    }

    @Test
    void whatTheseFormsCannotHoldIsRefused() throws Exception {
        for (String form : List.of("sdmx.csv", "jsonstat")) {
            refused("/api/q/observations." + form + "?headlineOnly=false", 400, "one figure for each key");
            refused("/api/q/observations." + form + "?columns=value", 400, "columns of its own");
            refused("/api/q/topics." + form, 404, "observations." + form);
        }
        refused("/api/q/observations.sdmx", 404, ".sdmx.csv");
    }

    private static void refused(String path, int status, String says) throws Exception {
        HttpResponse<String> answer = TestService.shared().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.body()).as(path).contains(says);
    }
}
