package careledger.schema.scorecard;

import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule;
import careledger.schema.change.SteadyRule.Distance;

/**
 * A tolerance that a card states for all its rows, in place of the rules of change.
 *
 * @param points percentage points, for percentages
 * @param share percent of the figure compared with, for everything else
 * @param number that counts may always differ by, however small they are
 * @param reason why this much
 */
public record Tolerance(double points, double share, double number, String reason) {
    /** What it means for figures of a unit. */
    public SteadyRule rule(String card, Unit unit) {
        String id = card + "/" + unit;
        return switch (unit) {
            case PERCENT -> new SteadyRule(id, Distance.ABSOLUTE, points, 0, false, reason);
            case COUNT -> new SteadyRule(id, Distance.PERCENT, share, number, true, reason);
            case SCORE, INDEX -> new SteadyRule(id, Distance.PERCENT, share, 0, false, reason);
            default -> new SteadyRule(id, Distance.PERCENT, share, 0, true, reason);
        };
    }
}
