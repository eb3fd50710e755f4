package careledger.api.schedule;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Reports the state of the schedule. FAILING is no reason to take the service out of use: it answers from the release of the
 * last good run; it affects this component only, not the overall status. A run's message may name
 * folders of the machine, so it is left to the run's record.
 */
@Component
final class ScheduleHealthIndicator implements HealthIndicator {
    private static final Status OFF = new Status("OFF");
    private static final Status FAILING = new Status("FAILING");

    private final Schedule schedule;

    ScheduleHealthIndicator(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Health health() {
        if (!schedule.on()) {
            return Health.status(OFF).build();
        }
        ScheduleState standing = schedule.standing();
        Health.Builder health = standing.failures() == 0 ? Health.up() : Health.status(FAILING);
        health.withDetail("failuresInARow", standing.failures());
        standing.last().ifPresent(look -> {
            health.withDetail("lastLook", look.startedAt().toString());
            health.withDetail("lastOutcome", look.outcome());
            look.run().ifPresent(run -> health.withDetail("lastRun", run));
        });
        standing.lastGood().ifPresent(at -> health.withDetail("lastGoodLook", at.toString()));
        standing.runningSince().ifPresent(at -> health.withDetail("runningSince", at.toString()));
        standing.retryAt().ifPresent(at -> health.withDetail("leftAloneUntil", at.toString()));
        standing.next().ifPresent(at -> health.withDetail("nextLook", at.toString()));
        return health.build();
    }
}
