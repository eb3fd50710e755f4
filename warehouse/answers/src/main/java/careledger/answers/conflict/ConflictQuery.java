package careledger.answers.conflict;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.observation.Observation;
import careledger.answers.query.Cursor;
import careledger.answers.query.Page;
import careledger.answers.query.PageRequest;
import careledger.answers.query.ResultRow;
import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import careledger.schema.star.HeadlineRule;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The conflicts of an indicator and of an area, or of all. The ids are checked before. */
public record ConflictQuery(Optional<String> indicator, Optional<String> area, PageRequest page) {
    /** How many sort values a cursor of conflicts holds: indicator, area, last day, breakdown, claim. */
    public static final int KEYS = 5;

    public Page<Conflict> answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        List<Object> scope = List.of(indicator.orElse(""), area.orElse(""));
        int total = sql.row(SqlResource.of(ConflictQuery.class, "count"), twice(scope), row -> row.whole());
        List<Found> found = sql.rows(
                SqlResource.of(ConflictQuery.class, "conflicts"),
                values(scope),
                row -> found(row, catalogue.attributes()));
        Map<String, List<Found>> byShown = new LinkedHashMap<>();
        found.forEach(each ->
                byShown.computeIfAbsent(each.shown(), id -> new ArrayList<>()).add(each));
        List<Conflict> conflicts =
                byShown.values().stream().map(ConflictQuery::conflict).toList();
        return Page.found(conflicts, total, ConflictQuery::keys, page);
    }

    /** Each of the two is asked for twice: whether it is given, and which it is. */
    private static List<Object> twice(List<Object> scope) {
        return List.of(scope.get(0), scope.get(0), scope.get(1), scope.get(1));
    }

    private List<Object> values(List<Object> scope) {
        List<Object> values = new ArrayList<>(twice(scope));
        values.addAll(page.cursor().map(Cursor::keys).orElse(List.of("", "", "0001-01-01", "", "")));
        values.add(page.first() + 1);
        return values;
    }

    private static List<Object> keys(Conflict last) {
        Observation shown = last.headline();
        return List.of(shown.indicator(), shown.area(), shown.periodEnd().toString(), shown.breakdown(), shown.id());
    }

    private static Found found(ResultRow row, DimensionAttributes attributes) throws SQLException {
        String shown = row.text();
        Optional<HeadlineRule> rule = Optional.ofNullable(row.constantOrNull(HeadlineRule.class));
        return new Found(shown, rule, Observation.read(row, attributes));
    }

    private static Conflict conflict(List<Found> group) {
        Observation headline = group.stream()
                .filter(Found::isShown)
                .map(Found::figure)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "claim '" + group.get(0).shown() + "' is named in conflicts_with and does not exist"));
        Set<HeadlineRule> rules = new TreeSet<>();
        group.forEach(found -> found.rule().ifPresent(rules::add));
        List<Observation> others = new ArrayList<>(group.stream()
                .filter(found -> !found.isShown())
                .map(Found::figure)
                .toList());
        others.sort(Comparator.comparing(Observation::publishedOn).reversed());
        return Conflict.of(headline, others, rules);
    }

    /** @param shown the claim that the conflict is about; this figure is it, or conflicts with it */
    private record Found(String shown, Optional<HeadlineRule> rule, Observation figure) {
        boolean isShown() {
            return figure.id().equals(shown);
        }
    }
}
