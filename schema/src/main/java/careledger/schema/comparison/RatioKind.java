package careledger.schema.comparison;

/** What the quotient of two figures is, and which of their periods belong together. */
public enum RatioKind {
    /** Per cent: both figures are of one document and one period. */
    SHARE,
    /** For every 10,000 people: the number of people is of a day in the twelve months before the period's last day. */
    RATE,
    /** Pounds for each child: the number of children is that of the period's last day. */
    COST_PER_CHILD
}
