package careledger.warehouse.question.trend;

/** Which way a series went. BETTER and WORSE only where the indicator says which way is good. */
public enum Direction {
    BETTER,
    WORSE,
    HIGHER,
    LOWER,
    STEADY,
    NOT_COMPARABLE,
    NO_DATA
}
