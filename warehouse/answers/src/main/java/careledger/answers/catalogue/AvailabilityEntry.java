package careledger.answers.catalogue;

import careledger.schema.period.PeriodKind;

/**
 * From when to when an indicator has headline figures for an area.
 *
 * @param observations headline figures of all breakdowns and value kinds
 */
public record AvailabilityEntry(
        AreaEntry area, PeriodKind periodKind, PeriodEntry first, PeriodEntry last, int observations) {}
