package careledger.schema.observation;

/** What a claim says of its value. PREVIOUSLY_REPORTED is an earlier figure said again by a later document. */
public enum ValueKind {
    ACTUAL,
    PROVISIONAL,
    PREVIOUSLY_REPORTED,
    TARGET,
    FORECAST
}
