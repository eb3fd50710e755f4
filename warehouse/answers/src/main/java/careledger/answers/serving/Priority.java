package careledger.answers.serving;

/** In which queue a question waits, so that short ones never stand behind a crowd of long ones. */
public enum Priority {
    /** What names the few things that it is about. */
    QUICK,
    /** What may read everything. Where there are two places or more, one is always left to the quick. */
    SLOW
}
