package careledger.answers.serving;

import java.time.Duration;

/** More is asked at once than can be answered. */
public final class OverloadedException extends RuntimeException {
    private final Duration retryAfter;

    OverloadedException(Duration retryAfter) {
        this("Too many questions are waiting", retryAfter);
    }

    /** @param what there is too much of */
    public OverloadedException(String what, Duration retryAfter) {
        super(what + "; ask again in " + retryAfter.toSeconds() + " s.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
