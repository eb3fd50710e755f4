package careledger.answers.judgement;

import careledger.answers.catalogue.PeriodEntry;
import org.jspecify.annotations.Nullable;

/**
 * The latest figure against the comparable one before.
 *
 * @param from period of the figure compared with; the same as {@code to} where there is none
 * @param absolute percentage points for percentages, else in the indicator's unit
 * @param percent of the figure compared with; only for units whose change may be said in percent
 * @param rule what was compared and how it was judged, or why it could not be
 */
public record Change(
        PeriodEntry from,
        PeriodEntry to,
        @Nullable Double absolute,
        @Nullable Double percent,
        Direction direction,
        String rule) {}
