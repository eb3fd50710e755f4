package careledger.answers.slice;

/** What can be put down the side of a table, or across its top. */
public enum SliceAxis {
    INDICATOR,
    TOPIC,
    AREA,
    PERIOD,
    REPORTING_YEAR,
    BREAKDOWN,
    DIMENSION1,
    DIMENSION2,
    VALUE_KIND,
    SOURCE
}
