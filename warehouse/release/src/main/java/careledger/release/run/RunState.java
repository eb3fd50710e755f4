package careledger.release.run;

/** How a run stands. */
public enum RunState {
    RUNNING,
    PUBLISHED,
    /** The inputs were those of the current release; nothing was published. */
    UNCHANGED,
    FAILED
}
