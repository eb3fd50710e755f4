package careledger.schema.scorecard;

import careledger.schema.catalogue.Unit;

/**
 * How far two figures may lie apart and still count as level, both ends included.
 *
 * @param points percentage points, for percentages
 * @param share percent of the figure compared with, for everything else
 * @param reason why this much
 */
public record Tolerance(double points, double share, String reason) {
    private static final double SLACK = 1e-9;

    /** Whether a difference is within it; doubles that stand for the same decimals count as the same. */
    public boolean holds(Unit unit, double difference, double base) {
        double most = unit == Unit.PERCENT ? points : Math.abs(base) * share / 100;
        return Math.abs(difference) <= most + SLACK;
    }

    /** How much it is, as in "1 percentage point" or "2% of the figure before". */
    public String words(Unit unit, String base) {
        return unit == Unit.PERCENT
                ? number(points) + (points == 1 ? " percentage point" : " percentage points")
                : number(share) + "% of " + base;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
