package careledger.schema.change;

import careledger.schema.catalogue.Unit;

/**
 * When two figures of a unit are called steady.
 *
 * @param tolerance in the unit, or in percent of the earlier figure; included
 * @param percentChange whether a change may be said in percent
 */
public record SteadyRule(Unit unit, Distance by, double tolerance, boolean percentChange, String reason) {
    private static final double ROUNDING = 1e-9;

    /** In what a distance is measured. */
    public enum Distance {
        ABSOLUTE,
        PERCENT
    }

    public SteadyRule {
        if (tolerance < 0 || reason.isBlank()) {
            throw new IllegalArgumentException("the rule for " + unit + " needs a tolerance of 0 or more and a reason");
        }
    }

    public boolean steady(double earlier, double later) {
        double apart = Math.abs(later - earlier);
        double allowed = by == Distance.ABSOLUTE ? tolerance : Math.abs(earlier) * tolerance / 100;
        return apart <= allowed + ROUNDING;
    }
}
