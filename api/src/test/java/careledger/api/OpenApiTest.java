package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    @Test
    void descriptionIsValidAndNamesEveryQuery() throws Exception {
        HttpResponse<String> answer = TestService.shared().get("/api/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);

        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(answer.body());
        JsonNode listed = new ObjectMapper()
                .readTree(TestService.shared().get("/api/q").body())
                .get("queries");

        assertThat(parsed.getMessages()).isEmpty();
        listed.forEach(query -> assertThat(parsed.getOpenAPI().getPaths())
                .containsKey("/api/q/" + query.get("name").asText() + ".{format}"));
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSize(listed.size() + 9)
                .containsKeys(
                        "/api/q/{name}.csv-metadata.json", "/api/q/datapackage.json", "/api/releases/{id}/{file}");
    }

    /** Every address beside the queries, with the values that its description promises. */
    @Test
    void otherAddressesAnswerAsDescribed() throws Exception {
        JsonNode paths = new ObjectMapper()
                .readTree(TestService.shared().get("/api/openapi.json").body())
                .get("paths");
        int tried = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (path.getKey().endsWith(".{format}")) {
                continue;
            }
            String address = path.getKey()
                    .replace("{name}", "observations")
                    .replace("{id}", "current")
                    .replace("{file}", "dim_area.parquet");
            HttpResponse<byte[]> answer = TestService.shared().send("GET", address);
            String described = path.getValue()
                    .at("/get/responses/200/content")
                    .fieldNames()
                    .next();
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            if (!described.equals("application/octet-stream")) {
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(address)
                        .startsWith(described);
            }
            tried++;
        }
        assertThat(tried).isEqualTo(9);
    }

    /** The tables of a release; that of breakdowns has a column for each dimension too, which no schema lists. */
    @Test
    void packageOfAReleaseDescribesItsTables() throws Exception {
        JsonNode described = new ObjectMapper()
                .readTree(TestService.shared()
                        .get("/api/releases/current/datapackage.json")
                        .body());

        assertThat(described.get("resources")).hasSizeGreaterThan(8);
        for (JsonNode resource : described.get("resources")) {
            DownloadedTable table = DownloadedTable.parquet(TestService.shared()
                    .send("GET", "/api/releases/current/" + resource.get("path").asText())
                    .body());
            assertThat(resource.at("/schema/fields").findValuesAsText("name"))
                    .as(resource.get("name").asText())
                    .containsExactlyInAnyOrderElementsOf(table.columns().stream()
                            .filter(column -> !column.startsWith("d_"))
                            .toList());
            for (JsonNode key : resource.at("/schema/primaryKey")) {
                assertThat(table.columns()).contains(key.asText());
            }
        }
        assertThat(TestService.shared()
                        .get("/api/releases/none/datapackage.json")
                        .statusCode())
                .isEqualTo(404);
    }
}
