package careledger.schema.mapping;

/**
 * What the labels of a wide table's rows are, apart from the rows that are listed.
 *
 * @param of the dimension of members, or the kind of years; empty where none is needed
 */
public record RowLabels(Kind kind, String of) {
    /** The kinds of labels. */
    public enum Kind {
        /** Every row is listed. */
        LISTED,
        AREA,
        PERIOD,
        DIMENSION,
        /** There are none: other columns say what each row is about. */
        COLUMNS
    }
}
