package careledger.api.notification;

import careledger.api.config.CareLedgerProperties;
import careledger.api.config.WebhookSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends events to all receivers, without waiting for any of them. */
@Component
final class Webhooks implements DisposableBean {
    private final WebhookSettings settings;
    private final List<WebhookReceiver> receivers;
    private final MeterRegistry registry;

    Webhooks(CareLedgerProperties properties, MeterRegistry registry) {
        this.settings = properties.webhook();
        this.registry = registry;
        this.receivers = settings.addresses().stream()
                .map(address -> new WebhookReceiver(URI.create(address), settings))
                .toList();
        if (on()) {
            List.of(WebhookResult.values()).forEach(this::count);
        }
    }

    boolean on() {
        return settings.on();
    }

    /** @param ended once it is known of each how it ended */
    void tell(String id, String type, Instant time, Map<String, Object> data, Runnable ended) {
        CloudEvent event = CloudEvent.of(id, settings.source(), type, time, data);
        AtomicInteger left = new AtomicInteger(receivers.size());
        receivers.forEach(receiver -> receiver.send(event, delivery -> {
            count(delivery).increment();
            if (left.decrementAndGet() == 0) {
                ended.run();
            }
        }));
    }

    private Counter count(WebhookResult delivery) {
        return Counter.builder("careledger.webhook.deliveries")
                .description("messages to webhooks, by how they ended")
                .tag("end", delivery.label())
                .register(registry);
    }

    @Override
    public void destroy() {
        receivers.forEach(WebhookReceiver::close);
    }
}
