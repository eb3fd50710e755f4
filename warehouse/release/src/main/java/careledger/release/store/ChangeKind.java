package careledger.release.store;

/** What became of a claim from one release to another. */
public enum ChangeKind {
    ADDED,
    REMOVED,
    CHANGED
}
