package careledger.api.config;

import careledger.release.run.StoreContact;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Where the data folder follows a store: when the store was last reached. DEGRADED where it is not reached any more or the
 * process that fetches has stopped: what is served then may be old. OFF where no store is followed.
 */
@Component("store")
final class StoreHealthIndicator implements HealthIndicator {
    private static final Status OFF = new Status("OFF");
    private static final Status DEGRADED = new Status("DEGRADED");

    private final Path data;

    StoreHealthIndicator(CareLedgerProperties properties, MeterRegistry registry) {
        this.data = properties.data();
        TimeGauge.builder(
                        "careledger.store.since.seen",
                        data,
                        TimeUnit.SECONDS,
                        folder -> sinceSeen(StoreContact.read(folder)))
                .description("how long ago the store that is followed was last reached")
                .register(registry);
    }

    @Override
    public Health health() {
        Optional<StoreContact> contact = StoreContact.read(data);
        if (contact.isEmpty()) {
            return Health.status(OFF).build();
        }
        Optional<String> lost = contact.get().lost(Instant.now());
        Health.Builder health = lost.isPresent() ? Health.status(DEGRADED) : Health.up();
        lost.ifPresent(problem -> health.withDetail("problem", problem));
        contact.get().seenAt().ifPresent(at -> health.withDetail("lastSeen", at.toString()));
        return health.withDetail("lastTried", contact.get().triedAt().toString())
                .build();
    }

    /** Not a number where none is followed, or it was never reached. */
    private static double sinceSeen(Optional<StoreContact> contact) {
        return contact.flatMap(StoreContact::seenAt)
                .map(at -> (double) Duration.between(at, Instant.now()).toSeconds())
                .orElse(Double.NaN);
    }
}
