package careledger.schema.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured, of whom.
 *
 * @param id unique in the catalogue: indicator id, slash, local name
 * @param primary the definition whose series is the indicator's main line
 * @param comparableWithPrevious whether figures under it may be compared with those under the definition before it
 * @param validFrom first day on which it holds; figures of periods that end before are under another one
 * @param validTo last day on which it holds
 * @param breakReason why not, in a sentence that can be shown on a chart
 * @param wordings the sources that measure so, each with its own words
 */
public record Definition(
        String id,
        boolean primary,
        String text,
        Optional<String> numerator,
        Optional<String> denominator,
        Optional<String> statutoryReturn,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        boolean comparableWithPrevious,
        Optional<String> breakReason,
        Map<String, String> wordings) {
    public Definition {
        wordings = Collections.unmodifiableMap(new LinkedHashMap<>(wordings));
    }

    /** Whether a figure of a period that ends on the day may be under it. */
    public boolean holdsOn(LocalDate day) {
        return validFrom.stream().noneMatch(day::isBefore) && validTo.stream().noneMatch(day::isAfter);
    }

    /** The part of the id after the indicator. */
    public String localId() {
        return id.substring(id.indexOf('/') + 1);
    }

    Definition with(Map<String, String> otherWordings) {
        return new Definition(
                id,
                primary,
                text,
                numerator,
                denominator,
                statutoryReturn,
                validFrom,
                validTo,
                comparableWithPrevious,
                breakReason,
                otherWordings);
    }
}
