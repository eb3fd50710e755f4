package careledger.answers.judgement;

/** Whether the figure for a target's period meets the target. */
public enum TargetVerdict {
    MET("met"),
    WITHIN_TOLERANCE("within tolerance"),
    MISSED("missed"),
    NOT_JUDGED("not judged");

    private final String words;

    TargetVerdict(String words) {
        this.words = words;
    }

    /** As used inside a sentence. */
    public String describe() {
        return words;
    }
}
