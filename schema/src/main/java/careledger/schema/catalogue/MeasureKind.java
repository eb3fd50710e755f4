package careledger.schema.catalogue;

/** What a figure counts: stocks are never summed over time. */
public enum MeasureKind {
    /** A count on one day. */
    STOCK,
    /** A count over a period. */
    FLOW,
    /** A count or share of a defined cohort. */
    COHORT,
    /** An average, points or a score. */
    SCORE,
    /** Pounds. */
    COST
}
