package careledger.answers.serving;

import java.time.Duration;

/** An answer took longer than it may, and was given up. */
public final class DeadlineException extends RuntimeException {
    private final Duration deadline;

    DeadlineException(Duration deadline, Throwable cause) {
        super("The answer took longer than " + deadline.toMillis() + " ms and was given up; ask for less.", cause);
        this.deadline = deadline;
    }

    public Duration deadline() {
        return deadline;
    }
}
