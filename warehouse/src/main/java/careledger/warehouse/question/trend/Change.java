package careledger.warehouse.question.trend;

import careledger.warehouse.question.catalogue.PeriodEntry;
import org.jspecify.annotations.Nullable;

/**
 * The latest figure of a line against the comparable one before.
 *
 * @param percent only for units whose change may be said in percent
 * @param rule how it was judged, or why it could not be
 */
public record Change(
        PeriodEntry from,
        PeriodEntry to,
        @Nullable Double absolute,
        @Nullable Double percent,
        Direction direction,
        String rule) {}
