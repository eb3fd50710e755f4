package careledger.warehouse.question.catalogue;

import careledger.schema.period.PeriodKind;
import java.time.LocalDate;

/** A period that a figure of the release is about. */
public record PeriodEntry(
        String id, PeriodKind kind, String label, LocalDate start, LocalDate end, int reportingYear) {}
