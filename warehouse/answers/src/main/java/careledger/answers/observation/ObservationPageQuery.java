package careledger.answers.observation;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.Cursor;
import careledger.answers.query.PageRequest;
import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A page of the figures asked about. The filter is checked before: {@link FilterCheck}; the cursor's values here.
 */
public record ObservationPageQuery(ObservationQuery asked, List<ObservationSort> sort, PageRequest page) {
    public ObservationPageQuery {
        sort = sort.stream().distinct().toList();
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
        return answer(sql, catalogue, EnumSet.allOf(PageExtras.class));
    }

    /** @param beside what is wanted beside the rows; the rest is not asked for, and says nothing in the answer */
    public ObservationPage answer(Sql sql, ReleaseCatalogue catalogue, Set<PageExtras> beside) throws SQLException {
        List<Observation> read = read(sql, catalogue);
        boolean more = read.size() > page.first();
        List<Observation> rows = more ? read.subList(0, page.first()) : read;
        boolean inHand = !more && page.cursor().isEmpty();
        Totals totals = inHand || !beside.contains(PageExtras.TOTALS) ? Totals.among(rows) : Totals.of(asked, sql);
        Warnings warnings = new Warnings(asked, sql, catalogue);
        return new ObservationPage(
                rows,
                totals.count(),
                more,
                rows.isEmpty() ? null : page.cursorAfter(keysOf(rows.get(rows.size() - 1))),
                AnswerColumn.all(totals.unit()),
                asked.applied(),
                beside.contains(PageExtras.WARNINGS) ? warnings(warnings, rows, inHand) : List.of(),
                page.version());
    }

    private List<Observation> read(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        List<SortKey<?>> keys = ObservationSql.keys(sort);
        if (page.cursor().isEmpty() && keys.equals(ObservationTable.ORDER)) {
            Optional<List<Observation>> series = SeriesFigures.of(asked, sql, catalogue);
            if (series.isPresent()) {
                return series.get();
            }
        }
        return new ObservationSql(asked)
                .page(keys, page.cursor().map(Cursor::keys), page.first() + 1, true)
                .rows(sql, row -> Observation.read(row, catalogue.attributes()));
    }

    private static boolean fits(List<SortKey<?>> sort, List<Object> keys) {
        return IntStream.range(0, sort.size()).allMatch(i -> sort.get(i).takes(keys.get(i)));
    }

    private static List<Warning> warnings(Warnings warnings, List<Observation> rows, boolean inHand)
            throws SQLException {
        return inHand ? warnings.of(rows) : warnings.ofMany();
    }

    private List<Object> keysOf(Observation last) {
        List<Object> keys = new ArrayList<>();
        for (SortKey<?> key : ObservationSql.keys(sort)) {
            keys.add(ObservationTable.valueOf(key.field(), last));
        }
        return keys;
    }
}
