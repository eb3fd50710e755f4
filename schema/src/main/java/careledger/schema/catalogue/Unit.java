package careledger.schema.catalogue;

/** Units of measure. */
public enum Unit {
    COUNT,
    /** 0 to 100 for shares; changes and differences may lie outside. */
    PERCENT,
    RATE_PER_10K,
    MEAN,
    DAYS,
    GBP,
    SCORE,
    RATIO,
    INDEX
}
