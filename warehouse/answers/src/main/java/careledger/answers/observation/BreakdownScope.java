package careledger.answers.observation;

/** Which breakdown rows are asked for. */
public enum BreakdownScope {
    TOTALS,
    PARTS,
    ALL
}
