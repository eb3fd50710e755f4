package careledger.schema.comparison;

import java.util.List;

/**
 * What {@code comparisons.yaml} allows.
 *
 * @param deflator indicator that holds an index of prices by financial year
 */
public record Comparisons(List<Ratio> ratios, List<WholePopulation> populations, String deflator) {
    public Comparisons {
        ratios = List.copyOf(ratios);
        populations = List.copyOf(populations);
    }

    /** Ratios of figures of a segment. */
    public List<Ratio> ratiosOf(String segment) {
        return ratios.stream().filter(ratio -> ratio.of().equals(segment)).toList();
    }

    /** All children beside those of a segment. */
    public List<WholePopulation> populationsOf(String segment) {
        return populations.stream().filter(pair -> pair.of().equals(segment)).toList();
    }

    /** The indicator of a segment. */
    static String indicator(String segment) {
        return segment.substring(0, segment.indexOf('/'));
    }
}
