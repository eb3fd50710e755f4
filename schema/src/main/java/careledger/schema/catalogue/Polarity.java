package careledger.schema.catalogue;

/** Which way is good. */
public enum Polarity {
    HIGH_IS_GOOD,
    LOW_IS_GOOD,
    NONE
}
