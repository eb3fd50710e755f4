package careledger.answers.observation;

import static careledger.answers.observation.ObservationTable.*;
import static careledger.answers.observation.Statement.DUCKDB;

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
    /** Rows of a page up to which they are sorted whole. */
    private static final int FEW = 1_000;

    private static final Field<Long> PLACE = DSL.field(DSL.name("rowid"), Long.class);

    private final ObservationQuery asked;

    ObservationSql(ObservationQuery asked) {
        this.asked = asked;
    }

    /**
     * Grain: one figure; at most {@code most}, or all of one series, in order, after the keys of the page before. Where a
     * number of rows is named, DuckDB plans to find them before it reads them, which takes as long as reading a whole
     * series: one of those is read to its end, and cut by the caller. The order of the table is not
     * sorted again: DuckDB keeps it where one table is filtered. Else a long page is found by its keys alone before its
     * rows are read: sorting whole rows of a million takes all the memory there is.
     *
     * <p>Its columns are those of {@link Observation#read}: what differs by day, and all else as one, as each column of a
     * statement takes time, even where it finds nothing.
     *
     * @param breaks see {@link FigureQuery}
     */
    Statement page(List<SortKey<?>> sort, Optional<List<Object>> after, int most, boolean breaks) {
        Condition unread = after.map(keys -> beyond(sort, keys)).orElse(DSL.noCondition());
        Optional<Field<Boolean>> breakOnDay = asked.asOf()
                .map(day -> breaks ? BreakOnDay.before(day, FilterSql.series(asked.filter())) : DSL.inline(false));
        List<Field<?>> row = List.of(FilterSql.headline(asked.asOf()), breakOnDay.orElse(BREAK_BEFORE), FACTS);
        List<? extends SortField<?>> order = sort.stream().map(SortKey::order).toList();
        boolean filtered =
                FilterSql.newest(asked.filter()).isEmpty() && (asked.asOf().isEmpty() || !breaks);
        if (filtered && sort.equals(ObservationTable.ORDER)) {
            SelectConditionStep<Record> inOrder = select(row).and(unread);
            return Statement.of(asked.filter().ofOneSeries() ? inOrder : inOrder.limit(DSL.inline(most)));
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

    /** Grain: one series that holds several definitions: indicator, segments. */
    Statement mixedSeries() {
        return Statement.of(select(List.of(INDICATOR_ID, DSL.countDistinct(SEGMENT_ID)))
                .groupBy(INDICATOR_ID, SERIES_KEY)
                .having(DSL.countDistinct(DEFINITION_ID).gt(DSL.inline(1)))
                .orderBy(INDICATOR_ID, SERIES_KEY));
    }

    /** Grain: one value kind among the figures: kind, how many. */
    Statement kinds() {
        return Statement.of(
                select(List.of(VALUE_KIND, DSL.count())).groupBy(VALUE_KIND).orderBy(VALUE_KIND));
    }

    /** Grain: one value of a column among the figures: the value, how many; by the first period in which it occurs. */
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
     * Something of the figures. Only a choice of the newest needs a statement below this one: planning all columns of
     * the table takes longer than reading the few rows of a usual question. It keeps the name of the table, as the
     * search for breaks on a day refers to the rows by that name.
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
        return DUCKDB.select(what).from(figures.asTable(OBSERVATION)).where(DSL.noCondition());
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
