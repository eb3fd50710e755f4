package careledger.schema.comparison;

/**
 * A measure of children in care beside the same measure of all children.
 *
 * @param of segment of the children in care
 * @param all segment of all children
 * @param reason why the two may be compared
 */
public record WholePopulation(String of, String all, String reason) {
    /** Indicator of all children. */
    public String indicator() {
        return Comparisons.indicator(all);
    }
}
