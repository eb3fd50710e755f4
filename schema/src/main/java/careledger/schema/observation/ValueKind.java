package careledger.schema.observation;

/** What kind of value a claim states. PREVIOUSLY_REPORTED is an earlier figure that a later document restates. */
public enum ValueKind {
    ACTUAL,
    PROVISIONAL,
    PREVIOUSLY_REPORTED,
    TARGET,
    FORECAST;

    /** Whether it says what was, not what was aimed at or expected. */
    public boolean isMeasured() {
        return switch (this) {
            case ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED -> true;
            case TARGET, FORECAST -> false;
        };
    }
}
