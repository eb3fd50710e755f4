package careledger.answers.revision;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.observation.ClaimQuery;
import careledger.answers.observation.Observation;
import careledger.answers.query.Cursor;
import careledger.answers.query.PageRequest;
import careledger.answers.query.ResultRow;
import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of an indicator or of all, newest first. The indicator is checked before.
 *
 * @param since first day of publication of the later figure
 */
public record RevisionQuery(Optional<String> indicator, Optional<LocalDate> since, PageRequest page) {
    /** How many sort values a cursor of revisions holds: day, indicator, area, breakdown, last day, claim. */
    public static final int KEYS = 6;

    private static final List<Object> BEFORE_ALL = List.of("9999-12-31", "", "", "", "0001-01-01", "");

    public RevisionPage answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        List<Found> found = sql.rows(SqlResource.of(RevisionQuery.class, "revisions"), values(), RevisionQuery::found);
        List<Pair> read = found.stream().flatMap(each -> each.pair().stream()).toList();
        boolean more = read.size() > page.first();
        List<Pair> pairs = more ? read.subList(0, page.first()) : read;
        List<Revision> rows = revisions(sql, pairs, catalogue);
        return new RevisionPage(
                rows,
                found.get(0).total(),
                found.get(0).sameFigure(),
                more,
                rows.isEmpty() ? null : page.cursorAfter(lastKeys(pairs, rows)));
    }

    private List<Object> values() {
        List<Object> keys = page.cursor().map(Cursor::keys).orElse(BEFORE_ALL);
        List<Object> values = new ArrayList<>();
        values.add(indicator.orElse(""));
        values.add(indicator.orElse(""));
        values.add(since.map(LocalDate::toString).orElse("0001-01-01"));
        values.add(keys.get(0));
        values.addAll(keys);
        values.add(page.first() + 1);
        return values;
    }

    private static List<Revision> revisions(Sql sql, List<Pair> pairs, ReleaseCatalogue catalogue) throws SQLException {
        Set<String> claims = pairs.stream()
                .flatMap(pair -> Stream.of(pair.earlier(), pair.later()))
                .collect(Collectors.toSet());
        Map<String, Observation> figures = new ClaimQuery(claims).answer(sql, catalogue.attributes());
        return pairs.stream()
                .map(pair -> Revision.of(
                        figure(figures, pair.earlier()),
                        pair.earlierDecimals(),
                        figure(figures, pair.later()),
                        pair.laterDecimals()))
                .toList();
    }

    private static Observation figure(Map<String, Observation> figures, String id) {
        return Objects.requireNonNull(figures.get(id), id);
    }

    private static List<Object> lastKeys(List<Pair> pairs, List<Revision> rows) {
        Observation last = rows.get(rows.size() - 1).after();
        return List.of(
                pairs.get(pairs.size() - 1).revisedOn().toString(),
                last.indicator(),
                last.area(),
                last.breakdown(),
                last.periodEnd().toString(),
                last.id());
    }

    private static Found found(ResultRow row) throws SQLException {
        int total = row.whole();
        int sameFigure = row.whole();
        @Nullable LocalDate day = row.dateOrNull();
        return new Found(
                total,
                sameFigure,
                day == null
                        ? Optional.empty()
                        : Optional.of(new Pair(day, row.text(), row.whole(), row.text(), row.whole())));
    }

    /** @param pair empty on a page without revisions */
    private record Found(int total, int sameFigure, Optional<Pair> pair) {}

    /** @param revisedOn day on which the later claim took the earlier one's place */
    private record Pair(LocalDate revisedOn, String earlier, int earlierDecimals, String later, int laterDecimals) {}
}
