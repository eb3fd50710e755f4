package careledger.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.serving.Warehouse;
import careledger.api.config.CareLedgerProperties;
import careledger.api.schedule.ScheduledRun;
import careledger.api.schedule.ScheduledRunEnded;
import careledger.api.schedule.ScheduledRunOutcome;
import careledger.release.run.RunRecords;
import careledger.release.sample.SampleRelease;
import careledger.release.store.Releases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a service tells that follows real releases, and that is started again. */
@Timeout(120)
class ReleaseNoticesTest {
    @TempDir
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private WebhookListener listener;

    @SuppressWarnings("NullAway.Init")
    private Warehouse warehouse;

    @SuppressWarnings("NullAway.Init")
    private Webhooks webhooks;

    @SuppressWarnings("NullAway.Init")
    private ReleaseNotices notices;

    @BeforeEach
    void start() throws Exception {
        listener = new WebhookListener();
        open();
    }

    @AfterEach
    void stop() {
        close();
        listener.close();
    }

    @Test
    void eachReleaseIsToldOnceAlsoAfterARestart() throws Exception {
        publish("first", 0);
        until("release/first");
        publish("second", 3);
        until("release/first", "release/second");
        untilKept("second");

        close();
        SampleRelease.publish(data, "third", 5);
        open();

        until("release/first", "release/second", "release/third");
        assertThat(listener.messages())
                .allSatisfy(message ->
                        assertThat(message.json().path("type").asText()).isEqualTo("careledger.release.published"));
        int before = listener.messages().get(0).json().at("/data/figures").asInt();
        assertThat(listener.messages().get(2).json().at("/data/figures").asInt())
                .isEqualTo(before + 5);
    }

    @Test
    void earlierReleaseThatIsServedAgainIsToldAsARollback() throws Exception {
        publish("first", 0);
        until("release/first");
        publish("second", 3);
        until("release/first", "release/second");

        new Releases(data).rollback("first");
        warehouse.refresh();

        while (listener.messages().size() < 3) {
            Thread.sleep(20);
        }
        assertThat(listener.messages().get(2).json().path("type").asText()).isEqualTo("careledger.release.rolledback");
        assertThat(listener.messages().get(2).json().at("/data/release").asText())
                .isEqualTo("first");
    }

    @Test
    void scheduleTellsWhenItBeginsToFailAndWhenItIsWellAgainAndNotBetween() throws Exception {
        ScheduleNotices schedule = new ScheduleNotices(webhooks, warehouse);

        schedule.ended(ended(ScheduledRunOutcome.UNCHANGED, 0, 0));
        schedule.ended(ended(ScheduledRunOutcome.FAILED, 0, 1));
        schedule.ended(ended(ScheduledRunOutcome.TIMED_OUT, 1, 2));
        schedule.ended(ended(ScheduledRunOutcome.PUBLISHED, 2, 0));

        while (listener.messages().size() < 2) {
            Thread.sleep(20);
        }
        assertThat(listener.messages())
                .extracting(message -> message.json().path("type").asText())
                .containsExactly("careledger.schedule.failing", "careledger.schedule.recovered");
        assertThat(listener.messages())
                .allSatisfy(message -> assertThat(message.body()).doesNotContain("/srv/council"));
    }

    private static ScheduledRunEnded ended(ScheduledRunOutcome outcome, int before, int after) {
        ScheduledRun look = new ScheduledRun(
                Instant.now(), Duration.ofSeconds(2), outcome, Optional.of("run-1"), "/srv/council/extracts is gone");
        return new ScheduledRunEnded(look, before, after);
    }

    private void publish(String id, int more) throws Exception {
        SampleRelease.publish(data, id, more);
        warehouse.refresh();
    }

    private void until(String... ids) throws InterruptedException {
        while (!listener.messages().stream()
                .map(WebhookListener.Message::id)
                .toList()
                .equals(List.of(ids))) {
            Thread.sleep(20);
        }
    }

    private void untilKept(String release) throws Exception {
        Path kept = data.resolve("told/release");
        while (!Files.exists(kept) || !Files.readString(kept).contains(release)) {
            Thread.sleep(20);
        }
    }

    private void open() {
        CareLedgerProperties properties = new Binder(new MapConfigurationPropertySource(
                        Map.of("careledger.data", data.toString(), "careledger.webhook.addresses", listener.address())))
                .bindOrCreate("careledger", CareLedgerProperties.class);
        warehouse = Warehouse.open(data, properties.limits().serving());
        webhooks = new Webhooks(properties, new SimpleMeterRegistry());
        notices = new ReleaseNotices(
                webhooks, warehouse, new ReleaseNews(new Releases(data), new RunRecords(data)), properties);
        notices.start();
    }

    private void close() {
        notices.stop();
        webhooks.destroy();
        warehouse.close();
    }
}
