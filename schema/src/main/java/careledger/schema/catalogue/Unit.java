package careledger.schema.catalogue;

/** Units of measure. */
public enum Unit {
    COUNT,
    /** 0 to 100 for shares; changes and differences may lie outside. */
    PERCENT,
    RATE_PER_1K,
    RATE_PER_10K,
    RATE_PER_100K,
    MEAN,
    DAYS,
    GBP,
    SCORE,
    RATIO,
    INDEX;

    /** Whether it says how many there are among a thousand, ten thousand or a hundred thousand. */
    public boolean rate() {
        return this == RATE_PER_1K || this == RATE_PER_10K || this == RATE_PER_100K;
    }
}
