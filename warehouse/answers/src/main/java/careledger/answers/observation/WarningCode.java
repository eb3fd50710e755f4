package careledger.answers.observation;

/** What a reader should know about an answer, although it is correct. */
public enum WarningCode {
    /** One series holds figures under several definitions. */
    MIXED_DEFINITIONS,
    /** One series holds figures that are not comparable over time. */
    MIXED_SEGMENTS,
    /** Repeated earlier figures, targets or forecasts exist for the filter and are not shown. */
    NOT_SHOWN,
    /** Nothing was found, and why. */
    NO_ROWS,
    /** Several figures fall into one cell of a reporting year, and one was chosen. */
    CHOSEN_IN_YEAR,
    /** Something asked for has no figures in a table that has some. */
    NO_FIGURES_FOR
}
