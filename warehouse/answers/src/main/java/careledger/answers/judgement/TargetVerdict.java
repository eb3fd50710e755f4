package careledger.answers.judgement;

/** How the figure for a target's period stands to the target. */
public enum TargetVerdict {
    MET("met"),
    WITHIN_TOLERANCE("within tolerance"),
    MISSED("missed"),
    NOT_JUDGED("not judged");

    private final String words;

    TargetVerdict(String words) {
        this.words = words;
    }

    /** As it stands inside a sentence. */
    public String describe() {
        return words;
    }
}
