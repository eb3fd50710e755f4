package careledger.release.run;

/** The state of a run. */
public enum RunState {
    RUNNING,
    PUBLISHED,
    /** The inputs were those of the current release; nothing was published. */
    UNCHANGED,
    FAILED
}
