package careledger.warehouse.question.trend;

import careledger.warehouse.question.catalogue.AreaEntry;
import careledger.warehouse.question.catalogue.PeriodEntry;
import java.util.List;

/**
 * An area beside its statistical neighbours of one model in one period.
 *
 * @param median of the neighbours that reported, without the area
 * @param rank of the area among itself and those; ties share the better rank
 * @param reported neighbours with a figure under the same definition
 */
public record NeighbourComparison(
        String model,
        PeriodEntry period,
        double value,
        double median,
        double lowest,
        double highest,
        int rank,
        int reported,
        List<AreaEntry> missing,
        String rule) {
    public NeighbourComparison {
        missing = List.copyOf(missing);
    }
}
