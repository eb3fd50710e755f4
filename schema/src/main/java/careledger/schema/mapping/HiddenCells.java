package careledger.schema.mapping;

/** What becomes of rows and columns that a workbook hides. */
public enum HiddenCells {
    /** Nobody has said whether they count. */
    REFUSE,
    READ,
    LEAVE_OUT
}
