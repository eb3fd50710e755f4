package careledger.answers.comparison;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.Sql;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.schema.period.PeriodKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every document's values for the periods of a trend, side by side, also those that are not shown because another outranks
 * them. Periods are in order of time within each area and breakdown of the trend.
 *
 * @param asOf answer with what had been published by that day
 */
public record YearTableQuery(Trend trend, Optional<LocalDate> asOf) {
    private static final int MOST = 100_000;
    private static final double BINARY = 1e-9;

    public List<YearRow> answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        List<TrendLine> lines =
                trend.lines().stream().filter(line -> !line.points().isEmpty()).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        PeriodKind kind = lines.get(0).points().get(0).periodKind();
        String[] areas = lines.stream().map(line -> line.area().id()).distinct().toArray(String[]::new);
        FilterDraft filter = new FilterDraft()
                .indicators(trend.indicator().id())
                .areas(areas)
                .periodKinds(kind)
                .breakdowns(BreakdownScope.ALL)
                .headlineOnly(false);
        List<Observation> claims = new FigureQuery(new ObservationQuery(filter.filter(), asOf), MOST, false)
                .answer(sql, catalogue.attributes());
        List<YearRow> rows = new ArrayList<>();
        lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.area().id() + "|" + line.breakdown(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(series -> rows.addAll(rows(series, claims, catalogue)));
        return rows;
    }

    private List<YearRow> rows(List<TrendLine> series, List<Observation> claims, ReleaseCatalogue catalogue) {
        TrendLine first = series.get(0);
        List<Observation> shown =
                series.stream().flatMap(line -> line.points().stream()).toList();
        Map<String, List<Observation>> byPeriod = claims.stream()
                .filter(claim -> claim.area().equals(first.area().id())
                        && claim.breakdown().equals(first.breakdown())
                        && shown.stream().anyMatch(point -> point.period().equals(claim.period())))
                .sorted(Comparator.comparing(Observation::periodEnd).thenComparing(Observation::period))
                .collect(Collectors.groupingBy(Observation::period, LinkedHashMap::new, Collectors.toList()));
        return byPeriod.values().stream()
                .map(values -> row(values, shown, catalogue))
                .toList();
    }

    private YearRow row(List<Observation> values, List<Observation> shown, ReleaseCatalogue catalogue) {
        Observation any = values.get(0);
        Optional<Observation> drawn = shown.stream()
                .filter(point -> point.period().equals(any.period()))
                .reduce((first, second) -> first.value() == null ? second : first);
        List<Observation> newestFirst = values.stream()
                .sorted(Comparator.comparing(Observation::publishedOn)
                        .reversed()
                        .thenComparing(Observation::claim))
                .toList();
        int documents =
                (int) values.stream().map(Observation::source).distinct().count();
        boolean agree = agree(values);
        Optional<Observation> before = drawn.filter(Computable::is)
                .flatMap(point -> Years.before(
                        point, 1, shown.stream().filter(Computable::is).toList()));
        IndicatorEntry indicator = trend.indicator();
        ChangeRule rule = ChangeRule.of(indicator);
        Optional<Pair> pair = before.map(point -> Pair.of(point, drawn.orElseThrow()));
        Optional<Direction> direction = pair.map(rule::direction);
        return new YearRow(
                any.area(),
                any.areaName(),
                any.breakdown(),
                any.breakdownLabel(),
                catalogue.period(any.period()).orElseThrow(),
                drawn.orElse(null),
                newestFirst,
                documents,
                agree,
                pair.map(two -> FigureFormat.exact(two.to() - two.from())).orElse(null),
                direction.orElse(null),
                words(values, documents, agree)
                        + pair.map(two -> " Against " + FigurePeriod.name(before.orElseThrow()) + ": "
                                        + rule.describe(two) + " " + rule.polarityWords())
                                .orElse(" There is no comparable exact figure of the year before."));
    }

    private static String words(List<Observation> values, int documents, boolean agree) {
        String count = values.size()
                + (values.size() == 1 ? " value of " : " values of ")
                + documents
                + (documents == 1 ? " document" : " documents");
        long definitions = values.stream().map(Observation::segment).distinct().count();
        return count
                + (values.size() == 1
                        ? "."
                        : agree
                                ? "; those by one definition are the same to the rounding of the coarser print."
                                : "; values by one definition differ.")
                + (definitions > 1 ? " They are by " + definitions + " definitions, which are not compared." : "");
    }

    private static boolean agree(List<Observation> values) {
        for (Observation one : values) {
            for (Observation other : values) {
                if (one.value() != null
                        && other.value() != null
                        && one.segment().equals(other.segment())
                        && one.qualifier() == null
                        && other.qualifier() == null
                        && Math.abs(one.number() - other.number()) > half(one, other) + BINARY) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Half a unit of the coarser print, or nothing where both are printed alike. */
    private static double half(Observation one, Observation other) {
        int first = FigureFormat.decimals(one);
        int second = FigureFormat.decimals(other);
        return first == second ? 0 : Math.pow(10, -Math.min(first, second)) / 2;
    }
}
