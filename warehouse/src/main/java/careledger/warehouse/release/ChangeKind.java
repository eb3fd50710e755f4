package careledger.warehouse.release;

/** What became of a claim from one release to another. */
public enum ChangeKind {
    ADDED,
    REMOVED,
    CHANGED
}
