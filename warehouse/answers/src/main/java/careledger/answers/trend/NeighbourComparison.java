package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area beside its statistical neighbours of one model in one period.
 *
 * @param median of the neighbours that reported, without the area
 * @param rank of the area among itself and those; ties share the better rank
 * @param ranked how many were ranked: those that reported, and the area
 * @param quartile of the area by its rank; absent where neither way is good or fewer than four were ranked
 * @param reported neighbours with a figure under the same definition
 * @param newestModel whether this is the model that judgements, ranks and scorecards use
 * @param direction of the area against the median; not comparable where figures grow with the size of an area
 */
public record NeighbourComparison(
        String model,
        String breakdown,
        PeriodEntry period,
        double value,
        double median,
        double lowest,
        double highest,
        int rank,
        int ranked,
        @Nullable Integer quartile,
        int reported,
        List<AreaEntry> missing,
        boolean newestModel,
        Direction direction,
        String rule) {
    public NeighbourComparison {
        missing = List.copyOf(missing);
    }
}
