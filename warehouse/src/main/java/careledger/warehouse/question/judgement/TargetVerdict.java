package careledger.warehouse.question.trend;

/** How the figure for a target's period stands to the target. */
public enum TargetVerdict {
    MET,
    WITHIN_TOLERANCE,
    MISSED,
    NOT_JUDGED
}
