package careledger.answers.observation;

import careledger.answers.query.CanonicalJson;
import careledger.schema.observation.ValueKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures that a question is about.
 *
 * @param asOf answer with what had been published by that day
 */
public record ObservationQuery(ObservationFilter filter, Optional<LocalDate> asOf) {
    /** The filter as it was applied, as canonical JSON that can be asked again. */
    public String applied() {
        return CanonicalJson.of(filter.fields());
    }

    /** A key that is equal exactly for equal queries. */
    public String identity() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("filter", filter.fields());
        asOf.ifPresent(day -> fields.put("asOf", day.toString()));
        return CanonicalJson.of(fields);
    }

    /** The same question of figures of other kinds. */
    public ObservationQuery withKinds(Collection<ValueKind> kinds) {
        return with(filter.draft().valueKinds(kinds.toArray(ValueKind[]::new)).filter());
    }

    ObservationQuery with(ObservationFilter other) {
        return new ObservationQuery(other, asOf);
    }
}
