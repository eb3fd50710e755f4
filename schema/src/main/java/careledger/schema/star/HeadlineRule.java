package careledger.schema.star;

/** Why one claim is shown and another is not. The order is that of the rule. */
public enum HeadlineRule {
    PRIMARY_DEFINITION(
            "The indicator's primary definition is shown; figures under another definition are a line of their own."),
    FIGURE_BEFORE_SYMBOL("A figure is shown before a symbol that says why there is none."),
    NOT_PREVIOUSLY_REPORTED(
            "A figure that a document prints for its own period is shown before one that another repeats as the figure"
                    + " before."),
    LATEST_PUBLICATION("The latest publication is shown."),
    REISSUED("A re-issue is shown in place of the document that it corrects."),
    OFFICIAL_STATISTICS(
            "Of one date, official statistics are shown before statutory returns, and these before local reports."),
    ACTUAL_BEFORE_PROVISIONAL("Of one date, the final figure is shown before the provisional one."),
    TABLE_BEFORE_TEXT("Of one date, a figure in a table is shown before one in running text."),
    MOST_PRECISE("Figures that agree to rounding are one figure, shown at its most precise."),
    LOWEST_CLAIM_ID(
            "Nothing that is printed decides between them: they have the same date, the same standing and the same"
                    + " kind of place. One is shown so that every answer shows the same; it is no more certain than the"
                    + " other.");

    private final String words;

    HeadlineRule(String words) {
        this.words = words;
    }

    /** Whether the documents themselves decide; where they do not, a fixed order only keeps answers alike. */
    public boolean decides() {
        return this != LOWEST_CLAIM_ID;
    }

    /** The rule in a sentence, as answers show it. */
    public String describe() {
        return words;
    }
}
