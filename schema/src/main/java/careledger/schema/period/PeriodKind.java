package careledger.schema.period;

/** The shapes that a time period can have. */
public enum PeriodKind {
    /** One day. */
    SNAPSHOT,
    MONTH,
    /** A quarter of a financial year: Q1 is April to June. */
    QUARTER,
    /** 1 April to 31 March. */
    FINANCIAL_YEAR,
    /** 1 September to 31 August. */
    ACADEMIC_YEAR,
    CALENDAR_YEAR,
    /** Two or more whole years. */
    MULTI_YEAR,
    OTHER
}
