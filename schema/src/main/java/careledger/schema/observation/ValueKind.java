package careledger.schema.observation;

/** What kind of value a claim states. PREVIOUSLY_REPORTED is an earlier figure that a later document restates. */
public enum ValueKind {
    ACTUAL,
    PROVISIONAL,
    PREVIOUSLY_REPORTED,
    TARGET,
    FORECAST
}
