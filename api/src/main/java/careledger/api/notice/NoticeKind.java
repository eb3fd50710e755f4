package careledger.api.notice;

/** What kind of notice it is. */
public enum NoticeKind {
    CORRECTION("corrected"),
    UNDER_REVIEW("under review");

    private final String words;

    NoticeKind(String words) {
        this.words = words;
    }

    /** As pages write it beside a figure. */
    public String words() {
        return words;
    }
}
