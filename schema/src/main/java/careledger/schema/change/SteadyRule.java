package careledger.schema.change;

import careledger.schema.catalogue.Unit;
import java.util.Optional;

/**
 * When two figures are called level: they differ by no more than one unit of the coarser printed decimal, or by no more
 * than 2% of the earlier figure, whichever is more. For a percentage p the 2% are of the smaller of p and 100 - p.
 *
 * @param id how answers name it: "steady/" and the unit or the indicator that it is for
 * @param narrower a smaller distance for an indicator whose scale needs it
 * @param percentChange whether a change may be given in percent
 */
public record SteadyRule(String id, Unit unit, Optional<Narrower> narrower, boolean percentChange) {
    /** Percent of the earlier figure. */
    public static final double SHARE = 2;

    private static final double WHOLE = 100;
    private static final double ROUNDING = 1e-9;

    /**
     * A smaller distance than the usual one.
     *
     * @param tolerance in the unit itself; included
     */
    public record Narrower(double tolerance, String reason) {
        public Narrower {
            if (tolerance < 0 || reason.isBlank()) {
                throw new IllegalArgumentException("a narrower tolerance needs a distance of 0 or more and a reason");
            }
        }
    }

    /** @param decimals of the figure that was printed with fewer */
    public boolean steady(double earlier, double later, int decimals) {
        return Math.abs(later - earlier) <= allowed(earlier, decimals) + ROUNDING;
    }

    /** The largest difference that is called level, in the unit itself. */
    public double allowed(double earlier, int decimals) {
        double usual = Math.max(printedUnit(decimals), SHARE / WHOLE * base(earlier));
        return narrower.map(own -> Math.min(own.tolerance(), usual)).orElse(usual);
    }

    /** What the 2% are of. */
    public double base(double earlier) {
        double size = Math.abs(earlier);
        return unit == Unit.PERCENT ? Math.max(0, Math.min(size, WHOLE - size)) : size;
    }

    /** One unit of the last printed decimal. */
    public static double printedUnit(int decimals) {
        return Math.pow(10, -decimals);
    }
}
