package careledger.warehouse.question.trend;

import careledger.warehouse.question.catalogue.PeriodEntry;

/**
 * A published target, for its own period only.
 *
 * @param definition the definition that it is stated under
 */
public record TargetPoint(PeriodEntry period, double value, String valueText, String definition, String sourceTitle) {}
