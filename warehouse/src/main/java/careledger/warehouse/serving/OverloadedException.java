package careledger.warehouse.serving;

import java.time.Duration;

/** Too many questions are waiting. */
public final class OverloadedException extends RuntimeException {
    private final Duration retryAfter;

    OverloadedException(Duration retryAfter) {
        super("Too many questions are waiting; ask again in " + retryAfter.toSeconds() + " s.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
