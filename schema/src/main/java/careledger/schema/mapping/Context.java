package careledger.schema.mapping;

import careledger.schema.observation.Notes;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a table, a column, a row or a part of a row states about its figures, apart from the number.
 *
 * @param area id in the catalogue
 * @param breakdown members by dimension, ids of the catalogue
 * @param definition local id, for every figure there
 * @param notes columns that a mapping may set, such as a caveat
 * @param locator where in the source document
 * @param scale what printed numbers are multiplied by; empty where the mapping does not say
 */
public record Context(
        Optional<String> area,
        Optional<TimePeriod> period,
        SortedMap<String, String> breakdown,
        Optional<ValueKind> valueKind,
        Optional<String> definition,
        Notes notes,
        Optional<String> locator,
        Optional<BigDecimal> scale) {
    public static final Context NONE = new Context(
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty(),
            Optional.empty(),
            Notes.NONE,
            Optional.empty(),
            Optional.empty());

    public Context {
        breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
    }

    /** This, and where it says nothing the wider one; breakdowns are joined, this one's member first. */
    public Context over(Context wider) {
        return new Context(
                area.or(wider::area),
                period.or(wider::period),
                joined(wider.breakdown, breakdown),
                valueKind.or(wider::valueKind),
                definition.or(wider::definition),
                notes.over(wider.notes),
                locator.or(wider::locator),
                scale.or(wider::scale));
    }

    private static SortedMap<String, String> joined(Map<String, String> wider, Map<String, String> nearer) {
        SortedMap<String, String> joined = new TreeMap<>(wider);
        joined.putAll(nearer);
        return joined;
    }
}
