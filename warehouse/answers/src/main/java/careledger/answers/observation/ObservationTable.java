package careledger.answers.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The serving table: one row per claim, with all its attributes. The columns that queries use. */
final class ObservationTable {
    static final Table<?> OBSERVATION = DSL.table(DSL.name("observation"));

    static final Field<String> CLAIM_ID = text("claim_id");
    static final Field<String> INDICATOR_ID = text("indicator_id");
    static final Field<String> TOPIC_ID = text("topic_id");
    static final Field<String> UNIT = text("unit");
    static final Field<String> AREA_ID = text("area_id");
    static final Field<String> AREA_NAME = text("area_name");
    static final Field<String> AREA_KIND = text("area_kind");
    static final Field<String> PERIOD_ID = text("period_id");
    static final Field<String> PERIOD_LABEL = text("period_label");
    static final Field<String> PERIOD_KIND = text("period_kind");
    static final Field<LocalDate> PERIOD_START = day("period_start");
    static final Field<LocalDate> PERIOD_END = day("period_end");
    static final Field<Integer> REPORTING_YEAR = DSL.field(DSL.name("reporting_year"), SQLDataType.INTEGER);
    static final Field<String> BREAKDOWN_ID = text("breakdown_id");
    static final Field<Integer> DIMENSIONS = DSL.field(DSL.name("dimensions"), SQLDataType.INTEGER);
    static final Field<Double> VALUE = DSL.field(DSL.name("value"), SQLDataType.DOUBLE);
    static final Field<String> VALUE_KIND = text("value_kind");
    static final Field<Boolean> IS_HEADLINE = DSL.field(DSL.name("is_headline"), SQLDataType.BOOLEAN);
    static final Field<LocalDate> HEADLINE_FROM = day("headline_from");
    static final Field<LocalDate> HEADLINE_TO = day("headline_to");
    static final Field<String> DEFINITION_ID = text("definition_id");
    static final Field<String> SEGMENT_ID = text("segment_id");
    static final Field<Boolean> BREAK_BEFORE = DSL.field(DSL.name("break_before"), SQLDataType.BOOLEAN);
    static final Field<String> SOURCE_ID = text("source_id");
    static final Field<LocalDate> PUBLISHED_ON = day("published_on");
    static final Field<String> SERIES_KEY = text("series_key");
    static final Field<String> FACTS = text("facts");

    /** Sorts rows without a value after the others. */
    static final Field<Boolean> ABSENT = DSL.field(VALUE.isNull());

    static final Field<Double> PRESENT_VALUE = DSL.coalesce(VALUE, DSL.inline(0.0));

    /** The order of its rows, as the statement that builds it sorts them. */
    static final List<SortKey<?>> ORDER = List.of(
            SortKey.up(INDICATOR_ID),
            SortKey.up(AREA_ID),
            SortKey.up(BREAKDOWN_ID),
            SortKey.up(PERIOD_END),
            SortKey.up(PERIOD_ID),
            SortKey.up(CLAIM_ID));

    private static final Map<Field<?>, Function<Observation, Object>> SORT_VALUES = Map.of(
            INDICATOR_ID, Observation::indicator,
            AREA_ID, Observation::area,
            BREAKDOWN_ID, Observation::breakdown,
            PERIOD_END, row -> row.periodEnd().toString(),
            PERIOD_ID, Observation::period,
            ABSENT, row -> row.value() == null,
            PRESENT_VALUE, row -> Objects.requireNonNullElse(row.value(), 0.0),
            CLAIM_ID, Observation::id);

    private ObservationTable() {}

    /** The value that a row has in a column to sort by. */
    static Object valueOf(Field<?> key, Observation row) {
        return Objects.requireNonNull(SORT_VALUES.get(key), () -> key + " is no column to sort by")
                .apply(row);
    }

    /** The column of a dimension that the release knows: its member, or nothing. */
    static Field<String> dimension(String id) {
        return text("d_" + id);
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
    }

    private static Field<LocalDate> day(String name) {
        return DSL.field(DSL.name(name), SQLDataType.LOCALDATE);
    }
}
