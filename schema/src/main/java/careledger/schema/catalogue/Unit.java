package careledger.schema.catalogue;

/** Units of measure. */
public enum Unit {
    COUNT,
    /** 0 to 100 for shares; a change in per cent of what was there before may lie outside. */
    PERCENT,
    /** How far two percentages lie apart. */
    PERCENTAGE_POINT,
    RATE_PER_1K,
    RATE_PER_10K,
    RATE_PER_100K,
    MEAN,
    DAYS,
    GBP,
    SCORE,
    RATIO,
    INDEX;

    /** What documents print beside the figure: percentage points as per cent. */
    public Unit printed() {
        return this == PERCENTAGE_POINT ? PERCENT : this;
    }

    /** Whether it says how many there are among a thousand, ten thousand or a hundred thousand. */
    public boolean rate() {
        return this == RATE_PER_1K || this == RATE_PER_10K || this == RATE_PER_100K;
    }

    /** Whether a figure is one number out of another: a share or a rate. */
    public boolean quotient() {
        return this == PERCENT || rate();
    }

    /**
     * Out of how many a share or a rate counts: 100 for a share.
     *
     * @throws IllegalStateException for any other unit
     */
    public int per() {
        return switch (this) {
            case PERCENT -> 100;
            case RATE_PER_1K -> 1_000;
            case RATE_PER_10K -> 10_000;
            case RATE_PER_100K -> 100_000;
            default -> throw new IllegalStateException(this + " is neither a share nor a rate.");
        };
    }
}
