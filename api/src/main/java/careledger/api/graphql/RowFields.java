package careledger.api.graphql;

import careledger.answers.observation.Observation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a row of figures as they are written: constants by name, days as ISO 8601, all else as it is. */
final class RowFields {
    static final String TYPE = "Observation";

    private static final Map<String, RowField> BY_NAME = byName();

    private RowFields() {}

    /** Reads one field of a row. */
    interface RowField {
        @Nullable
        Object of(Observation row);
    }

    static Optional<RowField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, RowField> byName() {
        Map<String, RowField> fields = new HashMap<>();
        for (RecordComponent component : Observation.class.getRecordComponents()) {
            fields.put(component.getName(), field(component));
        }
        fields.put("__typename", row -> TYPE);
        return Map.copyOf(fields);
    }

    private static RowField field(RecordComponent component) {
        Method accessor = component.getAccessor();
        if (component.getType().isEnum()) {
            return row -> read(accessor, row) instanceof Enum<?> constant ? constant.name() : null;
        }
        if (component.getType() == LocalDate.class) {
            return row -> String.valueOf(read(accessor, row));
        }
        return row -> read(accessor, row);
    }

    private static @Nullable Object read(Method accessor, Observation row) {
        try {
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor.getName() + " of a row", e);
        }
    }
}
