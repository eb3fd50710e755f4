package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.schedule.ScriptedLauncher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a service says whose runs fail. */
class ScheduledServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void failingScheduleIsSaidAndTheServiceStaysReady() throws Exception {
        ScriptedLauncher launcher =
                new ScriptedLauncher(folder).does("echo 'careledger: /srv/secret/extracts is gone' >&2; exit 1");
        try (TestService service = new TestService(
                TestService.sharedData(),
                "--careledger.schedule.launcher=" + launcher.script(),
                "--careledger.schedule.extracts=" + launcher.extracts(),
                "--careledger.schedule.cron=0 0 0 1 1 *")) {
            JsonNode schedule = schedule(service);
            while (schedule.at("/details/lastOutcome").isMissingNode()) {
                Thread.sleep(50);
                schedule = schedule(service);
            }

            assertThat(schedule(service).at("/status").asText()).isEqualTo("FAILING");
            assertThat(schedule.at("/details/failuresInARow").asInt()).isEqualTo(1);
            assertThat(schedule.at("/details/leftAloneUntil").asText()).isNotEmpty();
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(service.get("/actuator/health").body())
                    .startsWith("{\"components\"")
                    .contains("\"status\":\"UP\"}")
                    .doesNotContain("/srv/secret");
            assertThat(service.get("/actuator/prometheus").body())
                    .contains("careledger_schedule_look_seconds_count{outcome=\"failed\"} 1")
                    .contains("careledger_schedule_failures 1.0")
                    .contains("careledger_schedule_since_good_seconds");
            assertThat(service.data("{ about { observationCount } }")
                            .path("observationCount")
                            .asInt())
                    .isPositive();
        }
    }

    private static JsonNode schedule(TestService service) throws Exception {
        return JSON.readTree(service.get("/actuator/health").body()).at("/components/schedule");
    }
}
