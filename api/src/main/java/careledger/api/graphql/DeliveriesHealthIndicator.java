package careledger.api.graphql;

import careledger.release.run.LeftOutDelivery;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** DEGRADED while the last run left a delivery out: what is served is sound, and not everything that was delivered. */
@Component
final class DeliveriesHealthIndicator implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final RunRecords runs;

    DeliveriesHealthIndicator(RunRecords runs) {
        this.runs = runs;
    }

    @Override
    public Health health() {
        List<String> leftOut = runs.lastEnded().map(RunRecord::leftOut).orElse(List.of()).stream()
                .map(LeftOutDelivery::delivery)
                .toList();
        return leftOut.isEmpty()
                ? Health.up().build()
                : Health.status(DEGRADED).withDetail("leftOut", leftOut).build();
    }
}
