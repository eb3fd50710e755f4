package careledger.api.notice;

/** What kind of notice it is. */
public enum NoticeKind {
    CORRECTION("Correction", "corrected"),
    UNDER_REVIEW("Under review", "under review");

    private final String title;
    private final String words;

    NoticeKind(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /** As a notice of this kind begins. */
    String title() {
        return title;
    }

    /** As pages write it beside a figure. */
    public String words() {
        return words;
    }
}
