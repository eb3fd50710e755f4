package careledger.answers.comparison;

/** What was worked out. */
public enum ComputedKind {
    /** The area's figure less that of the country it lies in. */
    GAP_TO_COUNTRY,
    /** The area's figure less that of the region it lies in. */
    GAP_TO_REGION,
    /** The figure of children in care less that of all children, in one area. */
    GAP_TO_ALL_CHILDREN,
    /** The mean of a year and the two before it. */
    THREE_YEAR_MEAN,
    /** The figure as a percentage of the first comparable one, which is 100. */
    INDEX,
    /** The most years in a row in which the figure was higher than the year before. */
    LONGEST_RISE,
    /** The most years in a row in which the figure was lower than the year before. */
    LONGEST_FALL,
    /** A count as a percentage of the count that it is within. */
    SHARE,
    /** A count for every 10,000 people. */
    RATE,
    /** An amount of money for each child. */
    COST_PER_CHILD,
    /** An amount of money in the prices of another year. */
    REAL_TERMS
}
