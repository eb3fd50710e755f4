package careledger.answers.trend;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.Sql;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the breakdown to draw where documents print an indicator only in parts. */
record PartsOnly(TrendQuery query, Sql sql, ReleaseCatalogue catalogue) {
    private static final int MOST = 2_000;

    /**
     * @param query for the parts to be drawn
     * @param others dimensions by which there are figures too, of which none is drawn
     */
    record Found(TrendQuery query, List<String> others) {}

    /** The same query for all members of the dimensions with most figures of the first area; empty where there are none. */
    Optional<Found> find() throws SQLException {
        ObservationQuery parts = new ObservationQuery(
                new FilterDraft()
                        .indicators(query.indicator())
                        .areas(query.areas().get(0))
                        .breakdowns(BreakdownScope.PARTS)
                        .ending(query.from(), query.to())
                        .filter(),
                query.asOf());
        List<Observation> figures = new FigureQuery(parts, MOST, false).answer(sql, catalogue.attributes());
        Map<List<String>, List<Observation>> byDimensions = figures.stream()
                .filter(figure -> query.kind() == null || figure.periodKind() == query.kind())
                .collect(Collectors.groupingBy(
                        PartsOnly::dimensions,
                        () -> new TreeMap<>(Comparator.comparing(String::valueOf)),
                        Collectors.toList()));
        return byDimensions.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(entry -> new Found(
                        query.broken(members(entry.getKey(), entry.getValue())),
                        byDimensions.keySet().stream()
                                .flatMap(List::stream)
                                .filter(dimension -> !entry.getKey().contains(dimension))
                                .distinct()
                                .sorted()
                                .toList()));
    }

    private static List<String> dimensions(Observation figure) {
        return pairs(figure).map(pair -> pair[0]).toList();
    }

    private static List<MemberFilter> members(List<String> dimensions, List<Observation> figures) {
        return dimensions.stream()
                .map(dimension -> new MemberFilter(
                        dimension,
                        figures.stream()
                                .flatMap(PartsOnly::pairs)
                                .filter(pair -> pair[0].equals(dimension))
                                .map(pair -> pair[1])
                                .distinct()
                                .toList()))
                .toList();
    }

    private static Stream<String[]> pairs(Observation figure) {
        return Stream.of(figure.breakdown().split(";", -1)).map(pair -> pair.split("=", 2));
    }
}
