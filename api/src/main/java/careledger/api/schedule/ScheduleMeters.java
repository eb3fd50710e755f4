package careledger.api.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the schedule does: how long looks take by outcome, failures in a row, how long ago all was well. */
@Component
final class ScheduleMeters {
    private final MeterRegistry registry;

    ScheduleMeters(MeterRegistry registry, Schedule schedule) {
        this.registry = registry;
        if (!schedule.on()) {
            return;
        }
        for (ScheduledRunOutcome outcome : ScheduledRunOutcome.values()) {
            looks(outcome);
        }
        Gauge.builder("careledger.schedule.failures", schedule, one -> one.standing()
                        .failures())
                .description("runs in a row that failed")
                .register(registry);
        TimeGauge.builder("careledger.schedule.since.good", schedule, TimeUnit.SECONDS, ScheduleMeters::sinceGood)
                .description("how long ago a run published something or found nothing new")
                .register(registry);
    }

    @EventListener
    void ended(ScheduledRunEnded ended) {
        looks(ended.look().outcome()).record(ended.look().took());
    }

    private Timer looks(ScheduledRunOutcome outcome) {
        return Timer.builder("careledger.schedule.look")
                .description("looks at the deliveries, by outcome")
                .tag("outcome", outcome.label())
                .register(registry);
    }

    /** Not a number where no good run is known. */
    private static double sinceGood(Schedule schedule) {
        return schedule.standing()
                .lastGood()
                .map(at -> (double) Duration.between(at, Instant.now()).toSeconds())
                .orElse(Double.NaN);
    }
}
