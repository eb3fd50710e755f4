package careledger.schema.mapping;

/** What the cells of a wide table's column are. */
public enum ColumnRole {
    LABEL,
    FIGURE,
    /** The period of the row's figures. */
    PERIOD,
    DIRECTION,
    RAG,
    QUARTILE,
    BAND,
    CAVEAT,
    /** The lower of two confidence limits. */
    LOWER_LIMIT,
    UPPER_LIMIT,
    /** The area of the row's figures. */
    AREA,
    /** The member of a dimension that the row's figures are about. */
    DIMENSION,
    /** The indicator of the row's figures. */
    INDICATOR,
    VALUE_KIND,
    /** Nothing, and a cell with something in it is refused. */
    BLANK,
    /** Something that is no figure and is not wanted. */
    IGNORE;

    /** Whether it says something of the first figure of another column. */
    public boolean remark() {
        return this == DIRECTION
                || this == RAG
                || this == QUARTILE
                || this == BAND
                || this == CAVEAT
                || this == LOWER_LIMIT
                || this == UPPER_LIMIT;
    }

    /** Whether it says in each row what the row's figures are about. */
    public boolean describesRow() {
        return this == AREA || this == DIMENSION || this == INDICATOR || this == VALUE_KIND || this == PERIOD;
    }
}
