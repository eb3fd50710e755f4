package careledger.api.config;

import careledger.answers.serving.Warehouse;
import careledger.answers.serving.WarehouseStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy while a release answers. A newer one that cannot be served is said, and is no reason to stop answering. */
@Component
final class WarehouseHealthIndicator implements HealthIndicator {
    private final Warehouse warehouse;

    WarehouseHealthIndicator(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Health health() {
        WarehouseStatus status = warehouse.status();
        Health.Builder health = status.servedRelease().isPresent() ? Health.up() : Health.down();
        status.servedRelease().ifPresent(id -> health.withDetail("servedRelease", id));
        status.wantedRelease().ifPresent(id -> health.withDetail("wantedRelease", id));
        status.problem().ifPresent(problem -> health.withDetail("problem", problem));
        return health.withDetail("since", status.since().toString()).build();
    }
}
