package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedServiceTest {
    private static final String FIGURES = "{ observations(first: 1) { rows { value } } }";

    @SuppressWarnings("NullAway.Init")
    private GuardedService service;

    @BeforeAll
    void start() throws Exception {
        service = new GuardedService("--careledger.access.open=false");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void strangersAreToldWhatIsMissingAsAGraphQlError() throws Exception {
        HttpResponse<String> answer = service.post(FIGURES);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Care Ledger\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.has("data")).isFalse();
        assertThat(body.at("/errors/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(body.at("/errors/0/extensions/hint").asText()).contains("X-API-Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/api/q",
                "/api/q/observations.csv",
                "/api/releases/current/observation.parquet",
                "/api/releases.atom",
                "/api/runs/run-with-a-name/report.html",
                "/actuator/prometheus",
                "/actuator",
                "/nowhere",
                "/GRAPHQL",
                "/graphiqlx"
            })
    void strangersLearnNothingAtAnyOtherAddress(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(new ObjectMapper().readTree(answer.body()).findValuesAsText("code"))
                .containsExactly("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/graphiql", "/graphiql/page.js", "/graphiql/questions"})
    void strangersSeeThatItLivesAndThePage(String path) throws Exception {
        assertThat(service.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "officer", "engineer"})
    void everyRoleReadsFigures(String role) throws Exception {
        assertThat(service.query(FIGURES, "X-API-Key", service.key(role)).at("/data/observations/rows"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"excel:", ":", "a name with ü:"})
    void keyIsTakenAsThePasswordOfBasicAuthentication(String user) throws Exception {
        String pair =
                Base64.getEncoder().encodeToString((user + service.key("reader")).getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> answer = service.get("/api/q/areas.csv", "Authorization", "Basic " + pair);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).startsWith("private");
    }

    @Test
    void anotherPasswordIsRefusedWithoutAWindowOfTheBrowser() throws Exception {
        String pair = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> answer = service.get("/api/q/areas.csv", "Authorization", "Basic " + pair);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Care Ledger\"");
    }

    @ParameterizedTest
    @CsvSource({"reader,403", "officer,403", "engineer,200"})
    void metricsAreForEngineers(String role, int status) throws Exception {
        HttpResponse<String> answer = service.get("/actuator/prometheus", "X-API-Key", service.key(role));

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(new ObjectMapper()
                            .readTree(answer.body())
                            .at("/errors/0/extensions/code")
                            .asText())
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void whatABrowserAsksBeforeItAsksNeedsNoKey() throws Exception {
        HttpResponse<String> answer = service.send(
                HttpRequest.newBuilder(service.uri("/graphql")).method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
                "Access-Control-Request-Headers",
                "x-api-key");

        assertThat(answer.statusCode()).isNotEqualTo(401);
    }

    @Test
    void addressThatAnswersNothingIsSoForReaders() throws Exception {
        assertThat(service.get("/nowhere", "X-API-Key", service.key("reader")).statusCode())
                .isEqualTo(404);
    }
}
