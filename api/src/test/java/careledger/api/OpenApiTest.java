package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
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
        assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(listed);
        listed.forEach(query -> assertThat(parsed.getOpenAPI().getPaths())
                .containsKey("/api/q/" + query.get("name").asText() + ".{format}"));
    }
}
