package careledger.answers.judgement;

/** Which figure a target is compared with. */
public enum TargetDate {
    /** Only that of its own period. */
    OWN_PERIOD,
    /** Where that was not published, the comparable one of the next 31 March within eighteen months. */
    NEXT_YEAR_END
}
