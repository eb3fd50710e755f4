package careledger.api.notification;

import careledger.api.config.WebhookSettings;
import careledger.release.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** One receiver of events. Each has its own thread and queue, so that a slow one does not delay the others. */
final class WebhookReceiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
    private static final int QUEUE = 100;
    private static final int FOURFOLD = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final URI address;
    private final Optional<WebhookSignature> signature;
    private final Duration timeout;
    private final RetryTemplate retries;
    private final HttpClient http;
    private final ThreadPoolExecutor thread;

    WebhookReceiver(URI address, WebhookSettings settings) {
        this.address = address;
        this.signature =
                settings.secret().isEmpty() ? Optional.empty() : Optional.of(new WebhookSignature(settings.secret()));
        this.timeout = settings.timeout();
        this.retries = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(settings.attempts() - 1L)
                .delay(settings.pause())
                .multiplier(FOURFOLD)
                .maxDelay(LONGEST_WAIT.compareTo(settings.pause()) < 0 ? settings.pause() : LONGEST_WAIT)
                .includes(IOException.class)
                .build());
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread made = new Thread(task, "webhook-" + address.getHost());
            made.setDaemon(true);
            return made;
        });
    }

    /** @param ended called with the result; not called if the service ends before */
    void send(CloudEvent event, Consumer<WebhookResult> ended) {
        String body = Json.line(event);
        try {
            thread.execute(() -> ended.accept(deliver(event, body)));
        } catch (RejectedExecutionException e) {
            LOG.warn(
                    "The webhook at {} is not sent {}: {} messages are waiting.", address.getHost(), event.id(), QUEUE);
            ended.accept(WebhookResult.DROPPED);
        }
    }

    private WebhookResult deliver(CloudEvent event, String body) {
        try {
            retries.execute(() -> post(event, body));
            LOG.info("The webhook at {} received {} ({}).", address.getHost(), event.id(), event.type());
            return WebhookResult.DELIVERED;
        } catch (RetryException e) {
            LOG.warn(
                    "The webhook at {} did not receive {} ({}): {}",
                    address.getHost(),
                    event.id(),
                    event.type(),
                    reason(e.getCause()));
            return WebhookResult.FAILED;
        }
    }

    /** A response after which a retry may succeed is an IOException. */
    private Integer post(CloudEvent event, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        long second = Instant.now().getEpochSecond();
        request.header("webhook-id", event.id()).header("webhook-timestamp", Long.toString(second));
        signature.ifPresent(one -> request.header("webhook-signature", one.of(event.id(), second, body)));
        int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status >= 500 || status == 429 || status == 408) {
            throw new IOException("it answered " + status);
        }
        if (status >= 300) {
            throw new IllegalStateException("it answered " + status + "; a retry would not help");
        }
        return status;
    }

    /** Without the address, whose path is often a secret. */
    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
