package careledger.answers.comparison;

/** What became of a gap since the one of the year before. */
public enum GapMove {
    /** Further apart, on the same side. */
    WIDER,
    /** Closer together, on the same side. */
    NARROWER,
    /** No further moved than the rounding of the four figures may make. */
    UNCHANGED,
    /** On the other side. */
    CROSSED
}
