package careledger.warehouse.question.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A definition of an indicator of a release. */
public record DefinitionEntry(
        String id,
        String text,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String statutoryReturn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean comparableWithPrevious,
        @Nullable String breakReason) {}
