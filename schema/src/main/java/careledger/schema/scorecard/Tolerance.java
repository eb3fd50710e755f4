package careledger.schema.scorecard;

import careledger.schema.catalogue.Unit;

/**
 * How far two figures may lie apart and still count as level, both ends included.
 *
 * @param points percentage points, for percentages
 * @param share percent of the figure compared with, for everything else
 * @param number that counts may always differ by, however small they are
 * @param reason why this much
 */
public record Tolerance(double points, double share, double number, String reason) {
    private static final double SLACK = 1e-9;

    /** Whether a difference is within it; doubles that stand for the same decimals count as the same. */
    public boolean holds(Unit unit, double difference, double base) {
        return Math.abs(difference) <= most(unit, base) + SLACK;
    }

    private double most(Unit unit, double base) {
        double ofBase = Math.abs(base) * share / 100;
        return switch (unit) {
            case PERCENT -> points;
            case COUNT -> Math.max(ofBase, number);
            default -> ofBase;
        };
    }

    /** How much it is, as in "1 percentage point" or "2% of the figure before". */
    public String words(Unit unit, String base) {
        return switch (unit) {
            case PERCENT -> digits(points) + (points == 1 ? " percentage point" : " percentage points");
            case COUNT -> digits(share) + "% of " + base + ", or of " + digits(number);
            default -> digits(share) + "% of " + base;
        };
    }

    private static String digits(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
