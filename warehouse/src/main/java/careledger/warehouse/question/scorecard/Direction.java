package careledger.warehouse.question.scorecard;

/** Which way a figure went. */
public enum Direction {
    BETTER,
    WORSE,
    HIGHER,
    LOWER,
    STEADY,
    NOT_COMPARABLE,
    NO_DATA
}
