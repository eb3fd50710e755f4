package careledger.release.run;

/** How the claims of a run differ from those of the release before it. */
public record ClaimChanges(long newClaims, long changedClaims, long vanishedClaims, long conflicts) {
    public static final ClaimChanges NONE = new ClaimChanges(0, 0, 0, 0);
}
