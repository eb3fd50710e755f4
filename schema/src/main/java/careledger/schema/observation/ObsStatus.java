package careledger.schema.observation;

/** Why a cell reads as it does, with the shorthand of UK official statistics. */
public enum ObsStatus {
    NORMAL(""),
    /** Suppressed to protect individuals. */
    CONFIDENTIAL("[c]"),
    /** Rounds to zero. */
    LOW("[low]"),
    /** Too few to be reliable. */
    UNRELIABLE("[u]"),
    NOT_AVAILABLE("[x]"),
    NOT_APPLICABLE("[z]");

    private final String shorthand;

    ObsStatus(String shorthand) {
        this.shorthand = shorthand;
    }

    public String shorthand() {
        return shorthand;
    }
}
