package careledger.answers.observation;

/** What can be said of all pages of an answer together. Each costs statements of its own. */
public enum PageExtras {
    /** How many figures there are, and their unit. */
    TOTALS,
    WARNINGS
}
