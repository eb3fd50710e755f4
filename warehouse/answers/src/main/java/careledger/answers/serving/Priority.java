package careledger.answers.serving;

/** The queue in which a query waits, so that short ones never wait behind many long ones. */
public enum Priority {
    /** What names the few things that it is about. */
    QUICK,
    /** What may read everything. Where there are two places or more, one is always left to the quick. */
    SLOW
}
