package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.api.execution.QueryTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Behind a proxy on this machine, whose word about the caller's address is taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitTest {
    private static final String PAGE = "/graphiql/questions";
    private static final String FIGURES = "{ observations(first: 5) { totalCount rows { value } } }";

    @SuppressWarnings("NullAway.Init")
    private GuardedService service;

    @BeforeAll
    void start() throws Exception {
        service = new GuardedService(
                "--server.forward-headers-strategy=native",
                "--careledger.access.rate.window=1000h",
                "--careledger.access.rate.address=5",
                "--careledger.access.rate.key=10000",
                "--careledger.access.rate.failure=10");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void budgetThatIsUsedUpIsSaidInWordsAndHeaders() throws Exception {
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = service.get(PAGE, from("203.0.113.1"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"address\";q=5;w=3600000");
            assertThat(remaining(answer)).isEqualTo(left);
        }

        HttpResponse<String> refused = service.get(PAGE, from("203.0.113.1"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(header(refused, "Retry-After"))).isBetween(1L, 720_000L);
        JsonNode problem = new ObjectMapper().readTree(refused.body()).at("/errors/0");
        assertThat(problem.at("/extensions/code").asText()).isEqualTo("RATE_LIMITED");
        assertThat(problem.at("/extensions/requestId").asText()).isEqualTo(header(refused, "X-Request-Id"));
        assertThat(problem.path("message").asText())
                .contains("this network address")
                .contains("seconds");
        assertThat(service.get(PAGE, from("203.0.113.2")).statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/health", from("203.0.113.1")).statusCode())
                .isEqualTo(200);
        assertThat(service.get(PAGE, "X-Forwarded-For", "203.0.113.1", "X-API-Key", service.key("reader"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void callerCannotEscapeByNamingAnotherAddressFirst() throws Exception {
        useUp("203.0.113.10");

        assertThat(service.get(PAGE, from("198.51.100.7, 203.0.113.10")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void addressesOfOneIpv6NetworkShareABudget() throws Exception {
        useUp("2001:db8:1:2::1");

        assertThat(service.get(PAGE, from("2001:db8:1:2:ffff::9")).statusCode()).isEqualTo(429);
        assertThat(service.get(PAGE, from("2001:db8:1:3::1")).statusCode()).isEqualTo(200);
    }

    @Test
    void graphQlIsAnsweredWithAGraphQlError() throws Exception {
        useUp("203.0.113.20");

        HttpResponse<String> refused = service.post(FIGURES, from("203.0.113.20"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(new ObjectMapper()
                        .readTree(refused.body())
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("RATE_LIMITED");
    }

    @Test
    void workOfTheDatabaseIsChargedAndAnAnswerFromTheCacheIsNot() throws Exception {
        String key = service.key("reader");
        long before = remaining(service.get(PAGE, "X-API-Key", key));

        service.post(FIGURES, "X-API-Key", key);
        long afterWork = remaining(service.get(PAGE, "X-API-Key", key));
        service.post(FIGURES, "X-API-Key", key);
        long afterCached = remaining(service.get(PAGE, "X-API-Key", key));

        assertThat(before - afterWork).isGreaterThan(2);
        assertThat(afterWork - afterCached).isEqualTo(2);
    }

    @Test
    void guessingCostsMoreThanAskingAndEndsSoon() throws Exception {
        String wrong = "cl_" + "0".repeat(64);

        HttpResponse<String> first = service.get(PAGE, "X-Forwarded-For", "203.0.113.30", "X-API-Key", wrong);
        HttpResponse<String> second = service.get(PAGE, "X-Forwarded-For", "203.0.113.30", "X-API-Key", wrong);

        assertThat(first.statusCode()).isEqualTo(401);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(header(second, "Retry-After")).isNotEmpty();
        assertThat(service.get(PAGE, "X-Forwarded-For", "203.0.113.30", "X-API-Key", service.key("reader"))
                        .statusCode())
                .as("a valid key is taken from where others guess")
                .isEqualTo(200);
    }

    @Test
    void wrongKeysLeaveTheOthersBehindTheAddressAlone() throws Exception {
        String wrong = "cl_" + "0".repeat(64);
        int status = 401;
        while (status == 401) {
            status = service.get(PAGE, "X-Forwarded-For", "203.0.113.31", "X-API-Key", wrong)
                    .statusCode();
        }

        HttpResponse<String> without = service.get(PAGE, from("203.0.113.31"));

        assertThat(status).isEqualTo(429);
        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(remaining(without)).as("its own budget is whole").isEqualTo(4);
    }

    @Test
    void processorTimeOutsideTheDatabaseIsCharged() {
        QueryTime time = new QueryTime();

        time.addProcessor(50_000_000);
        assertThat(time.milliseconds()).as("what every request costs").isZero();
        time.addProcessor(1_000_000_000);
        assertThat(time.milliseconds()).isEqualTo(950);
    }

    @Test
    void nobodyIsTakenAtItsWordAboutItsAddress() {
        assertThatThrownBy(() -> new GuardedService("--server.forward-headers-strategy=framework"))
                .rootCause()
                .hasMessageContaining("expected native");
    }

    private void useUp(String address) throws Exception {
        for (int i = 0; i < 5; i++) {
            service.get(PAGE, from(address));
        }
    }

    private static String[] from(String addresses) {
        return new String[] {"X-Forwarded-For", addresses};
    }

    private static long remaining(HttpResponse<String> answer) {
        String limit = header(answer, "RateLimit");
        return Long.parseLong(limit.substring(limit.indexOf("r=") + 2, limit.indexOf(";t=")));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
