package careledger.schema.catalogue;

/** The kinds of place. */
public enum AreaKind {
    AUTHORITY,
    REGION,
    COUNTRY,
    NEIGHBOUR_GROUP,
    OTHER
}
