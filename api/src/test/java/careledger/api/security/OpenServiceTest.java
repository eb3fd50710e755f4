package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenServiceTest {
    private static final String FIGURES = "{ observations(first: 1) { rows { value } } }";
    private static final String REFUSALS = "{ rejections(run: \"" + GuardedService.RUN
            + "\") { totalCount rows { file line column value rule reason } } }";
    private static final String RUNS = "{ etlRuns { rows { id state read accepted rejected message } } }";

    @SuppressWarnings("NullAway.Init")
    private GuardedService service;

    @BeforeAll
    void start() throws Exception {
        service = new GuardedService();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Nested
    class Credentials {
        @Test
        void figuresAreAnsweredToStrangers() throws Exception {
            assertThat(service.query(FIGURES).at("/data/observations/rows")).hasSize(1);
        }

        @Test
        void keyIsTakenFromAHeaderAsBearerAndFromTheAddress() throws Exception {
            String key = service.key("reader");

            for (HttpResponse<String> answer : List.of(
                    service.post(FIGURES, "X-API-Key", key),
                    service.post(FIGURES, "Authorization", "Bearer " + key),
                    service.post(FIGURES, "authorization", "bearer   " + key),
                    service.get("/graphiql/questions?key=" + key),
                    service.get("/graphiql/questions?a=b&k%65y=" + key + "&c"))) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit-Policy"))
                        .get()
                        .asString()
                        .startsWith("\"key\"");
            }
        }

        @Test
        void keyInTheAddressOfAPostIsRefusedInWords() throws Exception {
            HttpResponse<String> answer = service.postTo("/graphql?key=" + service.key("reader"), FIGURES);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(error(answer).at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
            assertThat(error(answer).path("message").asText()).contains("with GET only");
        }

        @Test
        void twoKeysAreOneTooMany() throws Exception {
            String key = service.key("reader");

            assertThat(service.post(FIGURES, "X-API-Key", key, "X-API-Key", key).statusCode())
                    .isEqualTo(400);
            assertThat(service.get("/graphiql/questions?key=" + key, "X-API-Key", key)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(service.get("/graphiql/questions?key=" + key + "&key=" + key)
                            .statusCode())
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "cl_0000000000000000000000000000000000000000000000000000000000000000",
                    "cl_short",
                    "nonsense",
                    "cl_000000000000000000000000000000000000000000000000000000000000000G",
                    "'; drop table keys; --"
                })
        void unknownKeyIsRefusedThoughTheServiceIsOpenAndNotRepeated(String key) throws Exception {
            HttpResponse<String> answer = service.post(FIGURES, "X-API-Key", key);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Care Ledger\"");
            assertThat(error(answer).at("/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
            assertThat(answer.body()).doesNotContain(key);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Basic YWI=", "Basic !", "Digest YTpi", "Bearer", "Bearer a b", "cl_1"})
        void otherWaysOfSigningInAreRefusedInWords(String header) throws Exception {
            HttpResponse<String> answer = service.post(FIGURES, "Authorization", header);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(error(answer).path("message").asText()).contains("Bearer");
        }

        @Test
        void reportOfARunIsForEngineersAlone() throws Exception {
            String report = "/api/runs/" + GuardedService.RUN + "/report.html";

            assertThat(service.get(report).statusCode()).isEqualTo(403);
            assertThat(service.get(report).body()).doesNotContain(GuardedService.REFUSED);
            assertThat(service.get(report, "X-API-Key", service.key("officer")).statusCode())
                    .isEqualTo(403);
            HttpResponse<String> answer = service.get(report, "X-API-Key", service.key("engineer"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(GuardedService.REFUSED);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
        }

        @Test
        void noAddressOfAReportLeadsOutOfTheRuns() throws Exception {
            String key = service.key("engineer");
            for (String path : List.of(
                    "/api/runs/nowhere/report.html",
                    "/api/runs/" + GuardedService.RUN + "/report.json",
                    "/api/runs/" + GuardedService.RUN + "/report.txt",
                    "/api/runs/%2e%2e/report.html")) {
                assertThat(service.get(path, "X-API-Key", key).statusCode())
                        .as(path)
                        .isBetween(400, 404);
            }
        }

        @Test
        void revokedKeyIsRefusedFromTheNextRequestOn() throws Exception {
            String key = service.key("reader");
            assertThat(service.post(FIGURES, "X-API-Key", key).statusCode()).isEqualTo(200);

            JsonNode keys = new ObjectMapper().readTree(service.keys("list", "--json"));
            service.keys("revoke", keys.get(keys.size() - 1).path("id").asText());

            assertThat(service.post(FIGURES, "X-API-Key", key).statusCode()).isEqualTo(401);
        }

        @Test
        void keysThatCannotBeReadStopKeysAndNotFigures() throws Exception {
            String key = service.key("reader");
            Path file = service.data().resolve("access/keys.json");
            Path aside = service.data().resolve("access/aside.json");
            Files.move(file, aside);
            Files.writeString(file, "{");

            HttpResponse<String> answer = service.post(FIGURES, "X-API-Key", key);
            HttpResponse<String> stranger = service.post(FIGURES);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(error(answer).at("/extensions/code").asText()).isEqualTo("AUTHENTICATION_UNAVAILABLE");
            assertThat(answer.body()).doesNotContain(file.toString());
            assertThat(stranger.statusCode()).isEqualTo(200);
            assertThat(service.post(FIGURES, "X-API-Key", key).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Roles {
        @Test
        void refusedTextIsForEngineersAndTheRestForAll() throws Exception {
            JsonNode answer = service.query(REFUSALS);

            assertThat(answer.toString()).doesNotContain(GuardedService.REFUSED);
            assertThat(answer.at("/data/rejections/totalCount").asInt()).isEqualTo(2);
            JsonNode row = answer.at("/data/rejections/rows/0");
            assertThat(row.path("file").asText()).isEqualTo("2020/claims.csv");
            assertThat(row.path("line").asInt()).isEqualTo(7);
            assertThat(row.path("column").asText()).isEqualTo("area");
            assertThat(row.path("rule").asText()).isEqualTo("area.unknown");
            assertThat(row.path("reason").asText()).startsWith("Correct the area");
            assertThat(answer.path("errors")).hasSize(1);
            JsonNode error = answer.at("/errors/0");
            assertThat(error.at("/extensions/code").asText()).isEqualTo("FORBIDDEN");
            assertThat(error.at("/extensions/requestId").asText()).isNotEmpty();
            assertThat(error.path("path").toString()).isEqualTo("[\"rejections\",\"rows\",0,\"value\"]");
        }

        @Test
        void engineersReadRefusedText() throws Exception {
            JsonNode answer = service.query(REFUSALS, "X-API-Key", service.key("engineer"));

            assertThat(answer.has("errors")).isFalse();
            assertThat(answer.at("/data/rejections/rows/0/value").asText()).isEqualTo(GuardedService.REFUSED);
            assertThat(answer.at("/data/rejections/rows/0/reason").asText()).contains(GuardedService.REFUSED);
            assertThat(answer.at("/data/rejections/rows/1/column").asText()).isEqualTo(GuardedService.REFUSED);
        }

        @ParameterizedTest
        @CsvSource({"reader,false,false", "officer,true,false", "engineer,true,true"})
        void eachRoleMayWhatThoseBeforeItMay(String role, boolean messages, boolean text) throws Exception {
            String key = service.key(role);

            JsonNode runs = service.query(RUNS, "X-API-Key", key);
            JsonNode refusals = service.query(REFUSALS, "X-API-Key", key);

            assertThat(runs.at("/data/etlRuns/rows/0/id").asText()).isEqualTo(GuardedService.RUN);
            assertThat(runs.toString().contains(GuardedService.FOLDER)).isEqualTo(messages);
            assertThat(runs.has("errors")).isEqualTo(!messages);
            assertThat(refusals.toString().contains(GuardedService.REFUSED)).isEqualTo(text);
        }

        @Test
        void renamedAndDoubledFieldsAreKeptFromStrangersToo() throws Exception {
            JsonNode answer = service.query("{ a: rejections(run: \"" + GuardedService.RUN
                    + "\") { rows { x: value ...F } } } fragment F on Rejection { y: value why: reason }");

            assertThat(answer.toString()).doesNotContain(GuardedService.REFUSED);
            assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        }
    }

    @Nested
    class Headers {
        @ParameterizedTest
        @ValueSource(
                strings = {"/graphiql", "/graphiql/questions", "/actuator/health", "/nowhere", "/webjars/nothing.js"})
        void everyAnswerCarriesThem(String path) throws Exception {
            HttpResponse<String> answer = service.get(path);

            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("script-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }

        @Test
        void cachesTellCallersApart() throws Exception {
            assertThat(service.get("/graphiql/questions").headers().allValues("Vary"))
                    .contains("Authorization", "X-API-Key");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/graphiql//questions", "/graphiql/%2e%2e/x", "/graphiql/questions;a=b", "/a%0d%0ab:%20c"})
        void addressesMadeToConfuseAreRefusedWithoutATrace(String path) throws Exception {
            HttpResponse<String> answer = service.get(path);

            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body())
                    .doesNotContain("Tomcat")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void callersWordAboutItsAddressIsNotTaken() throws Exception {
        HttpResponse<String> answer = service.send(
                HttpRequest.newBuilder(service.uri("/graphiql/questions")), "X-Forwarded-For", "203.0.113.9");

        assertThat(header(answer, "RateLimit-Policy")).startsWith("\"local\"");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode error(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body()).at("/errors/0");
    }
}
