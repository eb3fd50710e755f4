package careledger.warehouse.question.scorecard;

import careledger.warehouse.question.catalogue.PeriodEntry;
import org.jspecify.annotations.Nullable;

/**
 * The latest figure against the previous comparable one.
 *
 * @param from period of the figure compared with; the same as {@code to} where there is none
 * @param absolute percentage points for percentages, else in the indicator's unit
 * @param percent of the figure compared with; null for percentages, and where that figure is not above 0
 * @param rule what was compared, how it was judged, or why it was not
 */
public record Change(
        PeriodEntry from,
        PeriodEntry to,
        @Nullable Double absolute,
        @Nullable Double percent,
        Direction direction,
        String rule) {}
