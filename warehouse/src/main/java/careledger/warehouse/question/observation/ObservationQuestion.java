package careledger.warehouse.question.observation;

import careledger.schema.catalogue.Unit;
import careledger.warehouse.question.Cursor;
import careledger.warehouse.question.PageRequest;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A page of the figures asked about. The filter is checked before: {@link FilterCheck}; the cursor's values here.
 */
public record ObservationQuestion(Asked asked, List<ObservationSort> sort, PageRequest page) {
    public ObservationQuestion {
        sort = List.copyOf(sort);
        List<SortKey<?>> keys = ObservationSql.keys(sort);
        page.cursor().filter(cursor -> !fits(keys, cursor.keys())).ifPresent(cursor -> {
            throw Cursor.forged(page.argument());
        });
    }

    /** How many sort values a cursor of this order holds. */
    public static int keys(List<ObservationSort> sort) {
        return ObservationSql.keys(sort).size();
    }

    public ObservationPage answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        ObservationSql statements = new ObservationSql(asked);
        List<SortKey<?>> keys = ObservationSql.keys(sort);
        Totals totals = totals(sql);
        List<Observation> read = statements
                .page(keys, page.cursor().map(Cursor::keys), page.first() + 1)
                .rows(sql, Observation::read);
        boolean more = read.size() > page.first();
        List<Observation> rows = more ? read.subList(0, page.first()) : read;
        return new ObservationPage(
                rows,
                totals.count(),
                more,
                rows.isEmpty() ? null : page.cursorAfter(keysOf(rows.get(rows.size() - 1))),
                AnswerColumn.all(totals.unit()),
                asked.applied(),
                new Warnings(asked, sql, catalogue).of(totals.count()),
                page.version());
    }

    private static boolean fits(List<SortKey<?>> sort, List<Object> keys) {
        return IntStream.range(0, sort.size()).allMatch(i -> sort.get(i).takes(keys.get(i)));
    }

    private Totals totals(Sql sql) throws SQLException {
        return new ObservationSql(asked).totals().row(sql, row -> {
            int count = row.whole();
            boolean oneUnit = row.whole() == 1;
            Optional<Unit> unit = Optional.ofNullable(row.maybeConstant(Unit.class));
            return new Totals(count, unit.filter(any -> oneUnit));
        });
    }

    private List<Object> keysOf(Observation last) {
        List<Object> keys = new ArrayList<>();
        for (SortKey<?> key : ObservationSql.keys(sort)) {
            keys.add(ObservationTable.valueOf(key.field(), last));
        }
        return keys;
    }

    private record Totals(int count, Optional<Unit> unit) {}
}
