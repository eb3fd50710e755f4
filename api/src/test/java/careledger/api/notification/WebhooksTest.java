package careledger.api.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.api.config.CareLedgerProperties;
import careledger.release.json.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Timeout(60)
class WebhooksTest {
    private static final String SECRET = "a secret of more than twenty-four characters";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, String> settings = new HashMap<>(Map.of("pause", "10ms", "attempts", "4"));

    @Test
    void postsACloudEventThatTheSecretSigns() throws Exception {
        settings.put("secret", SECRET);
        try (WebhookListener listener = new WebhookListener()) {
            tell(listener);

            WebhookListener.Message message = listener.messages().get(0);
            assertThat(message.type()).isEqualTo(CloudEvent.MEDIA_TYPE);
            assertThat(message.json()).isEqualTo(Json.tree("""
                {"specversion": "1.0", "id": "release/r1", "source": "/care-ledger",
                 "type": "careledger.release.published", "time": "2026-11-22T08:00:00Z",
                 "datacontenttype": "application/json", "data": {"release": "r1"}}
                """));
            assertThat(message.id()).isEqualTo("release/r1");
            assertThat(message.signature()).isEqualTo(signature(message));
            assertThat(count("delivered")).isEqualTo(1);
        }
    }

    @Test
    void withoutASecretNothingIsSigned() throws Exception {
        try (WebhookListener listener = new WebhookListener()) {
            tell(listener);

            assertThat(listener.messages().get(0).signature()).isNull();
        }
    }

    @Test
    void isTriedAgainUntilItIsTaken() throws Exception {
        try (WebhookListener listener = new WebhookListener(503, 429)) {
            tell(listener);

            assertThat(listener.messages())
                    .hasSize(3)
                    .extracting(WebhookListener.Message::id)
                    .containsOnly("release/r1");
            assertThat(count("delivered")).isEqualTo(1);
        }
    }

    @Test
    void isGivenUpAfterTheLastAttempt() throws Exception {
        try (WebhookListener listener = new WebhookListener(500, 500, 500, 500, 500)) {
            tell(listener);

            assertThat(listener.messages()).hasSize(4);
            assertThat(count("failed")).isEqualTo(1);
        }
    }

    @Test
    void refusalThatTryingAgainDoesNotMendIsGivenUpAtOnce() throws Exception {
        try (WebhookListener listener = new WebhookListener(404, 302)) {
            tell(listener);
            tell(listener);

            assertThat(listener.messages()).hasSize(2);
            assertThat(count("failed")).isEqualTo(2);
        }
    }

    @Test
    void oneThatDoesNotAnswerKeepsNoOtherWaiting() throws Exception {
        settings.put("pause", "1h");
        try (WebhookListener broken = new WebhookListener(500);
                WebhookListener well = new WebhookListener()) {
            settings.put("addresses", broken.address() + "," + well.address());
            Webhooks webhooks = new Webhooks(properties(), registry);

            tell(webhooks, () -> {});
            while (well.messages().isEmpty()) {
                Thread.sleep(10);
            }

            webhooks.destroy();
        }
    }

    @Nested
    class Settings {
        @Test
        void plainHttpIsForThisMachineOnlyAndSecretsAreLong() {
            settings.put("addresses", "http://hooks.example.org/s3cret-path");
            settings.put("secret", "short");

            assertThatThrownBy(WebhooksTest.this::properties)
                    .rootCause()
                    .message()
                    .contains("careledger.webhook.addresses[0] is no https address", "careledger.webhook.secret is 24")
                    .doesNotContain("s3cret-path", "short'");
        }

        @Test
        void areToldWithoutTheirSecrets() {
            settings.put("addresses", "https://hooks.example.org/s3cret-path");
            settings.put("secret", SECRET);

            assertThat(properties().toString()).doesNotContain("s3cret-path", SECRET);
        }
    }

    private void tell(WebhookListener listener) throws InterruptedException {
        settings.put("addresses", listener.address());
        Webhooks webhooks = new Webhooks(properties(), registry);
        CountDownLatch ended = new CountDownLatch(1);
        tell(webhooks, ended::countDown);
        ended.await();
        webhooks.destroy();
    }

    private static void tell(Webhooks webhooks, Runnable ended) {
        webhooks.tell(
                "release/r1",
                "release.published",
                Instant.parse("2026-11-22T08:00:00Z"),
                Map.of("release", "r1"),
                ended);
    }

    private double count(String end) {
        return registry.counter("careledger.webhook.deliveries", "end", end).count();
    }

    /** By hand, as a receiver would. */
    private static String signature(WebhookListener.Message message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = mac.doFinal(String.join(".", Arrays.asList(message.id(), message.second(), message.body()))
                .getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    private CareLedgerProperties properties() {
        Map<String, String> all = new HashMap<>();
        settings.forEach((key, value) -> all.put("careledger.webhook." + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("careledger", CareLedgerProperties.class);
    }
}
