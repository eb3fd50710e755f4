package careledger.etl.draft;

/** How far a guess may be trusted. */
public enum Confidence {
    /** It can hardly mean anything else. */
    SURE,
    /** It is filled in, for a person to look at. */
    LIKELY,
    /** It is left for a person to say. */
    UNSURE
}
