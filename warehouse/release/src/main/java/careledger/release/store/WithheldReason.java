package careledger.release.store;

/** Why a figure is withheld. */
public enum WithheldReason {
    /** It counts one to four children by a characteristic. */
    SMALL_COUNT,
    /** The total less the other parts would give a small count away. */
    WOULD_REVEAL_A_SMALL_COUNT
}
