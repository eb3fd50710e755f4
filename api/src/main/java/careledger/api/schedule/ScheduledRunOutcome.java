package careledger.api.schedule;

import java.util.Locale;

/** How a scheduled run ended. */
public enum ScheduledRunOutcome {
    /** Something was new, changed or gone, and a release was made of it. */
    PUBLISHED,
    /** Nothing to load. */
    UNCHANGED,
    /** Another run was at work on the data folder. */
    BUSY,
    /** The run failed, was stopped by a guard, or could not be started. */
    FAILED,
    /** The run took longer than it may and was stopped. */
    TIMED_OUT,
    /** The service ended, and the run with it. */
    STOPPED;

    boolean good() {
        return this == PUBLISHED || this == UNCHANGED;
    }

    boolean failure() {
        return this == FAILED || this == TIMED_OUT;
    }

    /** As metrics and logs have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
