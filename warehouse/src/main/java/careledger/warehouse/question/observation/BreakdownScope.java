package careledger.warehouse.question.observation;

/** Which breakdown rows are asked for. */
public enum BreakdownScope {
    TOTALS,
    PARTS,
    ALL
}
