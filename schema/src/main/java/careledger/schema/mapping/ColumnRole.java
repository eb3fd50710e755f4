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
    /** Nothing, and a cell with something in it is refused. */
    BLANK,
    /** Something that is no figure and is not wanted. */
    IGNORE;

    /** Whether it says something of the first figure of another column. */
    public boolean remark() {
        return this == DIRECTION || this == RAG || this == QUARTILE || this == BAND || this == CAVEAT;
    }
}
