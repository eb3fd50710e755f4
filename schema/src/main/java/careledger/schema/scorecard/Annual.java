package careledger.schema.scorecard;

import careledger.schema.period.PeriodKind;
import java.time.MonthDay;
import java.util.Set;

/**
 * What counts as a figure of a year.
 *
 * @param firstYear first reporting year of the card, named by the year in which it ends
 * @param day the day that figures of a day are of
 */
public record Annual(int firstYear, MonthDay day, Set<PeriodKind> periodKinds) {
    public Annual {
        periodKinds = Set.copyOf(periodKinds);
    }
}
