package careledger.api.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at the deliveries that has ended.
 *
 * @param run id of the run's record, where it left one
 * @param words how it ended, for whoever reads the log; may name folders of the machine
 */
public record Look(Instant startedAt, Duration took, LookOutcome outcome, Optional<String> run, String words) {
    public Instant endedAt() {
        return startedAt.plus(took);
    }
}
