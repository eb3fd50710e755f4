package careledger.answers.observation;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.catalogue.DimensionAttributes.OfFigure;
import careledger.answers.catalogue.SeriesMemory;
import careledger.answers.query.JsonRow;
import careledger.answers.query.ResultRow;
import careledger.schema.star.ObservationColumn;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes figures of rows of the serving table, column by column as they are declared. */
final class ObservationReader {
    private static final List<ObservationColumn> COLUMNS = ObservationColumn.ofAnswers();
    private static final RecordComponent[] COMPONENTS = Observation.class.getRecordComponents();
    private static final MethodHandle CONSTRUCTOR = constructor();
    private static final Map<ObservationColumn, Integer> PLACES = places();
    private static final int[] PACKED_PLACES = ObservationColumn.packed().stream()
            .mapToInt(ObservationReader::place)
            .toArray();
    private static final Class<?>[] TYPES = types();

    private ObservationReader() {}

    /** Reads whether the figure is the headline, whether a break is before it, and its packed columns. */
    static Observation read(ResultRow row, DimensionAttributes attributes) throws SQLException {
        return read(row.flag(), row.flag(), row.packed(), attributes);
    }

    static Observation read(SeriesMemory.Row row, DimensionAttributes attributes) {
        return read(row.headline(), row.breakBefore(), new JsonRow(row.facts()), attributes);
    }

    private static Observation read(
            boolean headline, boolean breakBefore, JsonRow facts, DimensionAttributes attributes) {
        @Nullable Object[] values = new @Nullable Object[COLUMNS.size()];
        values[place(ObservationColumn.HEADLINE)] = headline;
        values[place(ObservationColumn.BREAK_BEFORE)] = breakBefore;
        for (int place : PACKED_PLACES) {
            values[place] = facts.maybe(TYPES[place]);
        }
        facts.end();
        OfFigure of = attributes.of(
                text(values, ObservationColumn.INDICATOR),
                text(values, ObservationColumn.AREA),
                text(values, ObservationColumn.PERIOD),
                text(values, ObservationColumn.BREAKDOWN),
                text(values, ObservationColumn.SOURCE));
        for (int place = 0; place < values.length; place++) {
            ObservationColumn column = COLUMNS.get(place);
            if (column.ofDimension()) {
                values[place] = of.value(column);
            }
        }
        return make(values);
    }

    static Observation of(Map<ObservationColumn, ?> columns) {
        @Nullable Object[] values = new @Nullable Object[COLUMNS.size()];
        columns.forEach((column, value) -> values[place(column)] = value);
        return make(values);
    }

    static Observation with(Observation figure, Map<ObservationColumn, ? extends @Nullable Object> changed) {
        @Nullable Object[] values = new @Nullable Object[COLUMNS.size()];
        try {
            for (int place = 0; place < values.length; place++) {
                values[place] = COMPONENTS[place].getAccessor().invoke(figure);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A figure cannot be copied.", e);
        }
        changed.forEach((column, value) -> values[place(column)] = value);
        return make(values);
    }

    private static String text(@Nullable Object[] values, ObservationColumn column) {
        return (String) Objects.requireNonNull(values[place(column)], column::field);
    }

    private static Observation make(@Nullable Object[] values) {
        if (values[place(ObservationColumn.CLAIM)] == null) {
            values[place(ObservationColumn.CLAIM)] = values[place(ObservationColumn.ID)];
        }
        for (int place = 0; place < values.length; place++) {
            if (values[place] == null && COLUMNS.get(place).type().endsWith("!")) {
                throw new IllegalStateException(
                        "A figure has no " + COLUMNS.get(place).field() + ", which every figure has.");
            }
        }
        try {
            return (Observation) CONSTRUCTOR.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A figure cannot be made of its columns.", e);
        }
    }

    /** The columns and the components of the record must be the same, in one order. */
    private static MethodHandle constructor() {
        Class<?>[] types = new Class<?>[COMPONENTS.length];
        for (int place = 0; place < COMPONENTS.length; place++) {
            types[place] = COMPONENTS[place].getType();
            if (place >= COLUMNS.size() || !COLUMNS.get(place).field().equals(COMPONENTS[place].getName())) {
                throw new IllegalStateException("Component " + COMPONENTS[place].getName()
                        + " of Observation is not at the place where ObservationColumn declares it.");
            }
        }
        if (types.length != COLUMNS.size()) {
            throw new IllegalStateException("Observation has " + types.length
                    + " components; ObservationColumn declares " + COLUMNS.size() + " columns of answers.");
        }
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(Observation.class.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Observation.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Observation has no constructor of all its components.", e);
        }
    }

    private static Map<ObservationColumn, Integer> places() {
        Map<ObservationColumn, Integer> places = new EnumMap<>(ObservationColumn.class);
        COLUMNS.forEach(column -> places.put(column, places.size()));
        return places;
    }

    private static int place(ObservationColumn column) {
        Integer place = PLACES.get(column);
        if (place == null) {
            throw new IllegalArgumentException(column + " is no column of answers");
        }
        return place;
    }

    private static Class<?>[] types() {
        Class<?>[] types = new Class<?>[COMPONENTS.length];
        for (int place = 0; place < types.length; place++) {
            types[place] = COMPONENTS[place].getType();
        }
        return types;
    }
}
