package careledger.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at the deliveries that has ended.
 *
 * @param run id of the run's record, where it left one
 * @param message how it ended, for readers of the log; may name folders of the machine
 */
public record ScheduledRun(
        Instant startedAt, Duration took, ScheduledRunOutcome outcome, Optional<String> run, String message) {
    public Instant endedAt() {
        return startedAt.plus(took);
    }
}
