package careledger.schema.scorecard;

/** How a document judges the way a measure went. */
public enum Judged {
    BETTER,
    WORSE,
    STEADY,
    NO_POLARITY
}
