package careledger.api.config;

import careledger.answers.serving.Warehouse;
import careledger.answers.serving.WarehouseStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * UP while the current release answers; DEGRADED while a release answers but something is wrong, such as a newer one that
 * cannot be served or a serving file that is being made again; DOWN where nothing answers. DEGRADED is answered with 200,
 * so that nothing is restarted or taken out of service for it.
 */
@Component
final class WarehouseHealthIndicator implements HealthIndicator {
    private final Warehouse warehouse;

    WarehouseHealthIndicator(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Health health() {
        WarehouseStatus status = warehouse.status();
        Health.Builder health = status.servedRelease().isEmpty()
                ? Health.down()
                : status.problem().isPresent() ? Health.status("DEGRADED") : Health.up();
        status.servedRelease().ifPresent(id -> health.withDetail("servedRelease", id));
        status.wantedRelease().ifPresent(id -> health.withDetail("wantedRelease", id));
        status.problem().ifPresent(problem -> health.withDetail("problem", problem));
        return health.withDetail("since", status.since().toString()).build();
    }
}
