package careledger.warehouse.question.trend;

import careledger.warehouse.question.catalogue.AreaEntry;
import careledger.warehouse.question.catalogue.PeriodEntry;

/**
 * Where a line stops.
 *
 * @param before period of the first point after it
 */
public record SeriesBreak(AreaEntry area, String breakdown, PeriodEntry before, String reason) {}
