package careledger.answers.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition of an indicator of a release. */
public record DefinitionEntry(
        String id,
        boolean primary,
        String text,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String statutoryReturn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean comparableWithPrevious,
        @Nullable String breakReason,
        List<DefinitionSource> sources) {
    public DefinitionEntry {
        sources = List.copyOf(sources);
    }
}
