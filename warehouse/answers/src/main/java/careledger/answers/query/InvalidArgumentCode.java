package careledger.answers.query;

/** Why a question cannot be answered as it was put. */
public enum InvalidArgumentCode {
    BAD_INPUT,
    UNKNOWN_ID,
    LIMIT_EXCEEDED,
    /** The cursor is of a release that is no longer served. */
    DATA_VERSION_CHANGED
}
