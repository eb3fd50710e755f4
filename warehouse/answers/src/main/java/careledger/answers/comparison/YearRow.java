package careledger.answers.comparison;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.Direction;
import careledger.answers.observation.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that every document prints for one period.
 *
 * @param shown the figure that a trend draws; null where none is drawn
 * @param values of every document, the newest document first
 * @param agree whether all exact values by one definition are the same to the rounding of the coarser print
 * @param difference of the figure shown from the comparable one of the year before; null where there is none
 * @param direction of that difference
 * @param rule what was compared
 */
public record YearRow(
        String area,
        String areaName,
        String breakdown,
        String breakdownLabel,
        PeriodEntry period,
        @Nullable Observation shown,
        List<Observation> values,
        int documents,
        boolean agree,
        @Nullable Double difference,
        @Nullable Direction direction,
        String rule) {
    public YearRow {
        values = List.copyOf(values);
    }
}
