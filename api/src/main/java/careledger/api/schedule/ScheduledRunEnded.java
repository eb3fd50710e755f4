package careledger.api.schedule;

/**
 * The event after each scheduled run.
 *
 * @param failuresBefore failures in a row before it
 * @param failures failures in a row, this look counted
 */
public record ScheduledRunEnded(ScheduledRun look, int failuresBefore, int failures) {
    /** The first failure after all was well. */
    public boolean failing() {
        return failuresBefore == 0 && failures > 0;
    }

    /** All is well again. */
    public boolean recovered() {
        return failuresBefore > 0 && failures == 0;
    }
}
