package careledger.answers.observation;

/** Totals and warnings over all pages of an answer. Each needs its own statements. */
public enum PageExtras {
    /** How many figures there are, and their unit. */
    TOTALS,
    WARNINGS
}
