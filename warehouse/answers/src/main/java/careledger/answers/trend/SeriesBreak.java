package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.PeriodEntry;

/**
 * Where a line stops.
 *
 * @param before period of the first point after it
 */
public record SeriesBreak(AreaEntry area, String breakdown, PeriodEntry before, String reason) {}
