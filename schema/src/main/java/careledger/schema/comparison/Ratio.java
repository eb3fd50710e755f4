package careledger.schema.comparison;

import java.util.List;

/**
 * Two figures that may be divided.
 *
 * @param of segment of what is divided: an indicator with the first of its comparable definitions
 * @param by segment of what it is divided by
 * @param dimensions in which parts of {@code of} may be divided by the total of {@code by}; none where total is divided by
 *     total
 * @param title what the quotient is
 * @param reason why the first is a part of the second, or may be set against it
 */
public record Ratio(RatioKind kind, String of, String by, List<String> dimensions, String title, String reason) {
    public Ratio {
        dimensions = List.copyOf(dimensions);
    }

    /** Indicator of what it is divided by. */
    public String divisor() {
        return Comparisons.indicator(by);
    }
}
