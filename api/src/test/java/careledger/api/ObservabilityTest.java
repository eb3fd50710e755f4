package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TemporaryFolders;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What whoever runs the service sees of it. */
class ObservabilityTest {
    @Nested
    class Metrics {
        @Test
        void questionIsMeasuredByItsNameAndOutcome() throws Exception {
            TestService.shared()
                    .query("query ChildrenInCare2020 { observations(first: 3) { totalCount rows { id } } }");
            TestService.shared().query("query ChildrenInCare2020 { observations(first: 3) { totalCount } }");
            TestService.shared().query("query ChildrenInCare2020 { observations(first: 20000) { totalCount } }");

            String metrics = metrics();
            assertThat(lines(metrics, "careledger_request_seconds_count", "ChildrenInCare2020", "outcome=\"ok\""))
                    .hasSize(1);
            assertThat(lines(metrics, "careledger_request_seconds_count", "outcome=\"limit_exceeded\""))
                    .isNotEmpty();
            assertThat(lines(metrics, "careledger_request_rows_sum", "ChildrenInCare2020"))
                    .isNotEmpty();
            assertThat(lines(metrics, "careledger_request_cost_sum", "ChildrenInCare2020"))
                    .isNotEmpty();
            assertThat(lines(metrics, "careledger_answers_total", "ChildrenInCare2020", "from=\"kept\""))
                    .isNotEmpty();
        }

        @Test
        void callersCannotMakeUpLabels() throws Exception {
            for (int i = 0; i < 50; i++) {
                TestService.shared().query("query Mine" + i + " { __typename }");
            }

            assertThat(metrics()).contains("operation=\"other\"").doesNotContain("Mine");
        }

        @Test
        void queueAndEndsOfQuestionsAreCounted() throws Exception {
            assertThat(metrics())
                    .contains("careledger_questions_running", "careledger_questions_waiting")
                    .contains("end=\"answered\"", "end=\"timed_out\"", "end=\"hung_up\"", "end=\"refused\"");
        }

        private static String metrics() throws Exception {
            return TestService.shared().get("/actuator/prometheus").body();
        }

        private static List<String> lines(String metrics, String name, String... parts) {
            return metrics.lines()
                    .filter(line ->
                            line.startsWith(name) && List.of(parts).stream().allMatch(line::contains))
                    .toList();
        }
    }

    @Nested
    class Health {
        @Test
        void aliveWithoutAReleaseAndReadyWithOne() throws Exception {
            try (TestService empty = new TestService(TemporaryFolders.create())) {
                assertThat(empty.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
                assertThat(empty.get("/actuator/health/readiness").statusCode()).isEqualTo(503);

                empty.publish("first");

                assertThat(empty.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            }
        }
    }

    @Nested
    class SlowQuestions {
        @Test
        void areLoggedWithTheirStatementsUnderTheNameOfTheRequestAndWithoutValues() throws Exception {
            ListAppender<ILoggingEvent> log = new ListAppender<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    event.prepareForDeferredProcessing();
                    super.append(event);
                }
            };
            log.start();
            Logger slow = (Logger) LoggerFactory.getLogger("careledger.slow");
            try (TestService service = new TestService(TestService.sharedData(), "--careledger.limits.slow=1ms")) {
                slow.addAppender(log); // a service that starts sets up the log anew
                Map<String, String> headers = new HashMap<>(RawHttp.JSON);
                headers.put("X-Request-Id", "slow-one");

                HttpResponse<String> answer = RawHttp.post(
                        service,
                        headers,
                        RawHttp.asking("{ observations(filter: {areas: [\"E10000018\"]}) { totalCount } }"));

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(log.list)
                        .filteredOn(event ->
                                "slow-one".equals(event.getMDCPropertyMap().get("requestId")))
                        .anySatisfy(event -> assertThat(event.getFormattedMessage())
                                .contains(" ms for ", "from observation", "?")
                                .doesNotContain("E10000018"));
            } finally {
                slow.detachAppender(log);
            }
        }
    }
}
