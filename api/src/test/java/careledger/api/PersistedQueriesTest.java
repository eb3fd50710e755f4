package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents asked by their hashes, in the steps that Apollo's link takes. */
class PersistedQueriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void unknownHashIsSaidAndThenTheDocumentIsKept() throws Exception {
        String document = "query Kept { about { dataVersion } }";
        String extensions = extensions(sha256(document));

        HttpResponse<String> unknown = post("{\"extensions\": " + extensions + "}");
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(unknown.body()).at("/errors/0/message").asText())
                .isEqualTo("PersistedQueryNotFound");
        assertThat(JSON.readTree(unknown.body()).at("/errors/0/extensions/code").asText())
                .isEqualTo("PERSISTED_QUERY_NOT_FOUND");

        assertThat(version(post("{\"query\": \"" + document + "\", \"extensions\": " + extensions + "}")))
                .isEqualTo("sample-1");
        assertThat(version(post("{\"extensions\": " + extensions + "}"))).isEqualTo("sample-1");
        assertThat(version(TestService.shared()
                        .get("/graphql?extensions=" + URLEncoder.encode(extensions, StandardCharsets.UTF_8))))
                .isEqualTo("sample-1");
    }

    @Test
    void documentIsNeverKeptUnderTheHashOfAnother() throws Exception {
        String wanted = "query Wanted { about { dataVersion } }";
        String extensions = extensions(sha256(wanted));

        HttpResponse<String> refused =
                post("{\"query\": \"{ about { observationCount } }\", \"extensions\": " + extensions + "}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("sha256Hash");
        assertThat(post("{\"extensions\": " + extensions + "}").body()).contains("PersistedQueryNotFound");
    }

    @Test
    void whatIsNoHashIsRefusedInWords() throws Exception {
        for (String wrong : new String[] {"1", "{}", "{\"version\": 2, \"sha256Hash\": \"" + "0".repeat(64) + "\"}"}) {
            HttpResponse<String> refused = post("{\"extensions\": {\"persistedQuery\": " + wrong + "}}");
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("persistedQuery").contains("hexadecimal");
        }
    }

    private static String version(HttpResponse<String> answer) throws Exception {
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("errors")).as(answer.body()).isEmpty();
        return body.at("/data/about/dataVersion").asText();
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return RawHttp.post(TestService.shared(), RawHttp.JSON, body);
    }

    private static String extensions(String hash) throws Exception {
        return JSON.writeValueAsString(Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
