package careledger.answers.observation;

import static careledger.answers.observation.ObservationTable.*;

import careledger.schema.observation.ValueKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A filter as conditions over the serving table. */
final class FilterSql {
    private static final Set<ValueKind> EVERY_KIND = EnumSet.allOf(ValueKind.class);

    private FilterSql() {}

    static Condition where(ObservationQuery asked) {
        List<Condition> all = conditions(asked.filter());
        known(all, asked.filter(), asked.asOf());
        return DSL.and(all);
    }

    private static List<Condition> conditions(ObservationFilter filter) {
        List<Condition> all = new ArrayList<>(ofSeries(filter));
        in(all, PERIOD_ID, filter.periods());
        in(all, PERIOD_KIND, names(filter.periodKinds()));
        Optional.ofNullable(filter.from()).map(PERIOD_END::ge).ifPresent(all::add);
        Optional.ofNullable(filter.to()).map(PERIOD_END::le).ifPresent(all::add);
        in(all, REPORTING_YEAR, filter.reportingYears());
        breakdowns(all, filter);
        if (!filter.valueKinds().containsAll(EVERY_KIND)) {
            in(all, VALUE_KIND, names(filter.valueKinds()));
        }
        in(all, SOURCE_ID, filter.sources());
        filter.words().forEach(word -> all.add(said(word)));
        Optional.ofNullable(filter.value().from()).map(VALUE::ge).ifPresent(all::add);
        Optional.ofNullable(filter.value().to()).map(VALUE::le).ifPresent(all::add);
        Optional.ofNullable(filter.value().present())
                .map(present -> present ? VALUE.isNotNull() : VALUE.isNull())
                .ifPresent(all::add);
        if (!filter.anyOf().isEmpty()) {
            all.add(DSL.or(
                    filter.anyOf().stream().map(one -> DSL.and(conditions(one))).toList()));
        }
        // A condition on what a row does not have is not met, so its opposite is.
        filter.noneOf()
                .forEach(one -> all.add(DSL.coalesce(DSL.field(DSL.and(conditions(one))), DSL.inline(false))
                        .eq(DSL.inline(false))));
        return all;
    }

    /** The conditions of a filter on whole series: indicators and areas. */
    static Condition series(ObservationFilter filter) {
        return DSL.and(ofSeries(filter));
    }

    private static List<Condition> ofSeries(ObservationFilter filter) {
        List<Condition> all = new ArrayList<>();
        if (filter.nothing()) {
            all.add(DSL.falseCondition());
        }
        in(all, INDICATOR_ID, filter.indicators());
        in(all, TOPIC_ID, filter.topics());
        in(all, AREA_ID, filter.areas());
        in(all, AREA_KIND, names(filter.areaKinds()));
        return all;
    }

    /** The newest so many periods of each series and kind of period that have a value, if the filter requests them. */
    static Optional<Condition> newest(ObservationFilter filter) {
        return Optional.ofNullable(filter.latest()).map(most -> VALUE.isNotNull()
                .and(DSL.denseRank()
                        .over(DSL.partitionBy(SERIES_KEY, PERIOD_KIND, DSL.field(VALUE.isNull()))
                                .orderBy(PERIOD_END.desc(), PERIOD_ID.desc()))
                        .le(most)));
    }

    /** Whether a row is the headline, today or on the day asked about. */
    static Field<Boolean> headline(Optional<LocalDate> asOf) {
        return asOf.map(FilterSql::headlineOn)
                .map(shown -> DSL.field(DSL.coalesce(DSL.field(shown), DSL.inline(false))))
                .orElse(IS_HEADLINE);
    }

    /** Whether a word is in the figure's own facts, or in the title or name of what it is about. */
    private static Condition said(String word) {
        return holds(FACTS, word)
                .or(holds(AREA_NAME, word))
                .or(holds(PERIOD_LABEL, word))
                .or(INDICATOR_ID.in(titled("dim_indicator", INDICATOR_ID, word)))
                .or(SOURCE_ID.in(titled("dim_source", SOURCE_ID, word)));
    }

    private static Select<Record1<String>> titled(String table, Field<String> id, String word) {
        return DSL.select(id)
                .from(DSL.table(DSL.name(table)))
                .where(holds(DSL.field(DSL.name("title"), SQLDataType.VARCHAR), word));
    }

    private static Condition holds(Field<String> text, String word) {
        return DSL.position(DSL.lower(text), word).gt(DSL.inline(0));
    }

    private static void breakdowns(List<Condition> all, ObservationFilter filter) {
        switch (filter.breakdowns()) {
            case TOTALS -> all.add(DIMENSIONS.eq(DSL.inline(0)));
            case PARTS -> all.add(DIMENSIONS.gt(DSL.inline(0)));
            case ALL -> {}
        }
        if (!filter.by().isEmpty()) {
            all.add(DIMENSIONS.eq(DSL.inline(filter.by().size())));
            filter.by().forEach(dimension -> all.add(dimension(dimension).isNotNull()));
        }
        filter.members().forEach(wanted -> all.add(among(dimension(wanted.dimension()), wanted.members())));
    }

    private static void known(List<Condition> all, ObservationFilter filter, Optional<LocalDate> asOf) {
        if (filter.headlineOnly()) {
            all.add(asOf.map(FilterSql::headlineOn).orElse(DSL.condition(IS_HEADLINE)));
        } else {
            asOf.map(PUBLISHED_ON::le).ifPresent(all::add);
        }
    }

    static Condition headlineOn(LocalDate day) {
        return HEADLINE_FROM.le(day).and(HEADLINE_TO.isNull().or(HEADLINE_TO.gt(day)));
    }

    private static <T> void in(List<Condition> all, Field<T> field, Collection<T> values) {
        if (!values.isEmpty()) {
            all.add(among(field, values));
        }
    }

    /** DuckDB finds one value by comparing faster than by a list of one (docs/measurements.md). */
    private static <T> Condition among(Field<T> field, Collection<T> values) {
        return values.size() == 1 ? field.eq(values.iterator().next()) : field.in(values);
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
