package careledger.schema.observation;

import careledger.schema.star.ObservationColumn;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Notes on a figure, as text, by the column that holds them. */
public record Notes(Map<ObservationColumn, String> byColumn) {
    /** Nothing said. */
    public static final Notes NONE = new Notes(Map.of());

    public Notes {
        for (ObservationColumn column : byColumn.keySet()) {
            if (!column.note()) {
                throw new IllegalArgumentException(column + " is not declared as a note");
            }
        }
        Map<ObservationColumn, String> copy = new EnumMap<>(ObservationColumn.class);
        copy.putAll(byColumn);
        byColumn = Collections.unmodifiableMap(copy);
    }

    /** What a column says; empty where it says nothing. */
    public Optional<String> of(ObservationColumn column) {
        return Optional.ofNullable(byColumn.get(column));
    }

    /** These, and where they say nothing the wider ones. */
    public Notes over(Notes wider) {
        Map<ObservationColumn, String> joined = new EnumMap<>(ObservationColumn.class);
        joined.putAll(wider.byColumn);
        joined.putAll(byColumn);
        return new Notes(joined);
    }

    /** These, with one column said; an empty text leaves it as it is. */
    public Notes with(ObservationColumn column, Optional<String> text) {
        return text.map(said -> new Notes(Map.of(column, said)).over(this)).orElse(this);
    }
}
