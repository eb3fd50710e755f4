package careledger.release.run;

import java.time.Instant;
import java.util.Optional;

/**
 * The process that a run runs in.
 *
 * @param startedAt distinguishes it from a later process with the same number; empty if the system does not know
 */
public record RunProcess(long pid, Optional<Instant> startedAt) {
    public static RunProcess current() {
        ProcessHandle own = ProcessHandle.current();
        return new RunProcess(own.pid(), own.info().startInstant());
    }
}
