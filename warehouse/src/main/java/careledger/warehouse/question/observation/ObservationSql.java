package careledger.warehouse.question.observation;

import static careledger.warehouse.question.observation.ObservationTable.*;
import static careledger.warehouse.question.observation.Statement.DUCKDB;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** The statements over the figures that a question is about. */
final class ObservationSql {
    private static final String BREAK_BEFORE = "break_before";
    private static final String MATCHING = "matching";

    /** Rows of a page up to which they are sorted whole. */
    private static final int FEW = 1_000;

    private static final Field<Long> PLACE = DSL.field(DSL.name("rowid"), Long.class);

    private final Asked asked;

    ObservationSql(Asked asked) {
        this.asked = asked;
    }

    /**
     * Grain: one figure; at most {@code most}, in order, after the keys of the page before. The order of the table is not
     * sorted again: DuckDB keeps it where one table is filtered. Else a long page is found by its keys alone before its
     * rows are read: sorting whole rows of a million takes all the memory there is.
     */
    Statement page(List<SortKey<?>> sort, Optional<List<Object>> after, int most) {
        Condition unread = after.map(keys -> beyond(sort, keys)).orElse(DSL.noCondition());
        List<Field<?>> row = row(asked.asOf(), FilterSql.series(asked.filter()));
        List<? extends SortField<?>> order = sort.stream().map(SortKey::order).toList();
        boolean filtered =
                FilterSql.newest(asked.filter()).isEmpty() && asked.asOf().isEmpty();
        if (filtered && sort.equals(ObservationTable.ORDER)) {
            return Statement.of(select(row).and(unread).limit(DSL.inline(most)));
        }
        if (most <= FEW || FilterSql.newest(asked.filter()).isPresent()) {
            return Statement.of(select(row).and(unread).orderBy(order).limit(DSL.inline(most)));
        }
        return Statement.of(DUCKDB.select(row)
                .from(OBSERVATION)
                .where(PLACE.in(DUCKDB.select(PLACE)
                        .from(OBSERVATION)
                        .where(FilterSql.where(asked))
                        .and(unread)
                        .orderBy(order)
                        .limit(DSL.inline(most))))
                .orderBy(order));
    }

    /** Grain: one row for all figures: how many, how many units, one of the units. */
    Statement totals() {
        return Statement.of(select(List.of(DSL.count(), DSL.countDistinct(UNIT), DSL.min(UNIT))));
    }

    /** Grain: one series that holds several definitions or segments: indicator, definitions, segments. */
    Statement mixedSeries() {
        Field<Integer> definitions = DSL.countDistinct(DEFINITION_ID);
        Field<Integer> segments = DSL.countDistinct(SEGMENT_ID);
        return Statement.of(select(List.of(INDICATOR_ID, definitions, segments))
                .groupBy(INDICATOR_ID, SERIES_KEY)
                .having(definitions.gt(DSL.inline(1)))
                .orderBy(INDICATOR_ID, SERIES_KEY));
    }

    /** Grain: one value kind among the figures: kind, how many. */
    Statement kinds() {
        return Statement.of(
                select(List.of(VALUE_KIND, DSL.count())).groupBy(VALUE_KIND).orderBy(VALUE_KIND));
    }

    /** Grain: one value of a column among the figures: the value, how many; by the first period it stands at. */
    Statement valuesOf(Field<String> column) {
        return Statement.of(select(List.of(column, DSL.count())).groupBy(column).orderBy(DSL.min(PERIOD_END), column));
    }

    /** Grain: one row for all figures: how many, first and last period by last day, first publication. */
    Statement extent() {
        return Statement.of(select(List.of(
                DSL.count(),
                DSL.aggregate("min_by", String.class, PERIOD_LABEL, PERIOD_END),
                DSL.aggregate("max_by", String.class, PERIOD_LABEL, PERIOD_END),
                DSL.min(PUBLISHED_ON))));
    }

    /** The sort keys of the orders asked for, ended by the claim, so that no two rows are alike. */
    static List<SortKey<?>> keys(List<ObservationSort> sort) {
        Set<SortKey<?>> keys = new LinkedHashSet<>();
        sort.stream().map(ObservationSort::keys).forEach(keys::addAll);
        keys.add(SortKey.up(CLAIM_ID));
        return List.copyOf(keys);
    }

    /**
     * The columns of {@link ObservationTable#ROW}.
     *
     * @param series holds of every figure of the series that the rows are of
     */
    static List<Field<?>> row(Optional<LocalDate> asOf, Condition series) {
        List<Field<?>> columns = new ArrayList<>();
        for (String name : ROW) {
            Field<?> asItIsToday = DSL.field(DSL.name(name));
            columns.add(
                    switch (name) {
                        case "headline" -> FilterSql.headline(asOf).as(name);
                        case BREAK_BEFORE ->
                            asOf.<Field<?>>map(day ->
                                            BreakOnDay.before(day, series).as(name))
                                    .orElse(asItIsToday);
                        default -> asItIsToday;
                    });
        }
        return columns;
    }

    /**
     * Something of the figures. Only a choice of the newest needs a statement below this one: planning all columns of
     * the table takes longer than reading the few rows of a usual question.
     */
    private SelectConditionStep<Record> select(List<? extends Field<?>> what) {
        Optional<Condition> newest = FilterSql.newest(asked.filter());
        if (newest.isEmpty()) {
            return DUCKDB.select(what).from(OBSERVATION).where(FilterSql.where(asked));
        }
        SelectQuery<Record> figures = DUCKDB.selectQuery();
        figures.addSelect(DSL.asterisk());
        figures.addFrom(OBSERVATION);
        figures.addConditions(FilterSql.where(asked));
        figures.addQualify(newest.get());
        return DUCKDB.select(what).from(figures.asTable(MATCHING)).where(DSL.noCondition());
    }

    /** Rows after the one with these keys: the first differing key decides. */
    private static Condition beyond(List<SortKey<?>> sort, List<Object> keys) {
        Collection<Condition> alternatives = new ArrayList<>();
        Condition same = DSL.noCondition();
        for (int i = 0; i < sort.size(); i++) {
            alternatives.add(same.and(sort.get(i).after(keys.get(i))));
            same = same.and(sort.get(i).same(keys.get(i)));
        }
        return DSL.or(alternatives);
    }
}
