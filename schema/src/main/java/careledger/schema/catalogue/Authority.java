package careledger.schema.catalogue;

/** What kind of document a source is; the first outranks the others on one date of publication. */
public enum Authority {
    OFFICIAL_STATISTICS,
    STATUTORY_RETURN,
    COUNCIL_REPORT
}
