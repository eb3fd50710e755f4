package careledger.schema.change;

/**
 * When two figures are called steady.
 *
 * @param id how answers name it: "steady/" and the unit or the indicator that it is for
 * @param tolerance in the unit, or in percent of the earlier figure; included
 * @param atLeast the distance allowed in the unit where a percentage comes to less; 0 where there is none
 * @param percentChange whether a change may be said in percent
 */
public record SteadyRule(
        String id, Distance by, double tolerance, double atLeast, boolean percentChange, String reason) {
    private static final double ROUNDING = 1e-9;

    /** In what a distance is measured. */
    public enum Distance {
        ABSOLUTE,
        PERCENT
    }

    public SteadyRule {
        if (tolerance < 0 || atLeast < 0 || reason.isBlank()) {
            throw new IllegalArgumentException(id + " needs a tolerance of 0 or more and a reason");
        }
    }

    public boolean steady(double earlier, double later) {
        double allowed = by == Distance.ABSOLUTE ? tolerance : Math.max(atLeast, Math.abs(earlier) * tolerance / 100);
        return Math.abs(later - earlier) <= allowed + ROUNDING;
    }
}
