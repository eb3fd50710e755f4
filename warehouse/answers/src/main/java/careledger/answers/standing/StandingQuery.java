package careledger.answers.standing;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Computable;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.schema.catalogue.AreaKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ranks of figures of authorities among others. Ranked are exact figures for one indicator, breakdown, period and
 * segment; figures that grow with the size of an area are not ranked.
 *
 * @param asOf answer with what had been published by that day
 */
public record StandingQuery(List<Observation> figures, StandingGroup group, Optional<LocalDate> asOf) {
    public StandingQuery {
        figures = List.copyOf(figures);
    }

    /** One for each figure that can be ranked and has at least one other beside it, in the order of the figures. */
    public List<Standing> answer(Sql sql, ReleaseCatalogue catalogue, QueryLimits limits) throws SQLException {
        Map<String, ChangeRule> rules = new HashMap<>();
        List<Observation> own = figures.stream()
                .filter(figure -> figure.areaKind() == AreaKind.AUTHORITY && Computable.is(figure))
                .filter(figure -> !rules.computeIfAbsent(
                                figure.indicator(), id -> ChangeRule.of(indicator(id, catalogue)))
                        .ofWholeArea())
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        Map<String, NeighbourModels> models = new LinkedHashMap<>();
        if (group == StandingGroup.NEIGHBOURS) {
            for (Observation figure : own) {
                if (!models.containsKey(figure.area())) {
                    models.put(figure.area(), NeighbourModels.of(figure.area(), asOf, sql));
                }
            }
        }
        Map<String, List<Observation>> others = others(own, models, sql, catalogue, limits);
        List<Standing> standings = new ArrayList<>();
        for (Observation figure : own) {
            standing(
                            figure,
                            others.getOrDefault(key(figure), List.of()),
                            models.getOrDefault(figure.area(), NeighbourModels.NONE),
                            Objects.requireNonNull(rules.get(figure.indicator())),
                            catalogue)
                    .ifPresent(standings::add);
        }
        return standings;
    }

    private static IndicatorEntry indicator(String id, ReleaseCatalogue catalogue) {
        return catalogue.indicator(id).orElseThrow();
    }

    private Optional<Standing> standing(
            Observation own,
            List<Observation> comparable,
            NeighbourModels models,
            ChangeRule rule,
            ReleaseCatalogue catalogue) {
        List<String> neighbours = models.neighbours();
        List<Observation> others = comparable.stream()
                .filter(other -> !other.area().equals(own.area()))
                .filter(other -> group == StandingGroup.AUTHORITIES || neighbours.contains(other.area()))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<AreaEntry> missing = neighbours.stream()
                .filter(id -> others.stream().noneMatch(other -> other.area().equals(id)))
                .flatMap(id -> catalogue.area(id).stream())
                .toList();
        List<String> ended = others.stream()
                .flatMap(other -> catalogue.area(other.area()).stream())
                .filter(area -> area.existedTo() != null)
                .map(AreaEntry::name)
                .sorted()
                .toList();
        PeriodEntry period = catalogue.period(own.period()).orElseThrow();
        return Optional.of(new Ranked(own, others, missing, ended, rule, period)
                .among(group, models.newest().orElse(null)));
    }

    private Map<String, List<Observation>> others(
            List<Observation> own,
            Map<String, NeighbourModels> models,
            Sql sql,
            ReleaseCatalogue catalogue,
            QueryLimits limits)
            throws SQLException {
        FilterDraft filter = new FilterDraft()
                .indicators(own.stream().map(Observation::indicator).distinct().toArray(String[]::new))
                .periods(own.stream().map(Observation::period).distinct().toArray(String[]::new))
                .breakdowns(
                        own.stream().allMatch(figure -> figure.breakdown().equals("total"))
                                ? BreakdownScope.TOTALS
                                : BreakdownScope.ALL);
        if (group == StandingGroup.NEIGHBOURS) {
            String[] areas = models.values().stream()
                    .flatMap(model -> model.neighbours().stream())
                    .distinct()
                    .toArray(String[]::new);
            if (areas.length == 0) {
                return Map.of();
            }
            filter.areas(areas);
        } else {
            filter.areaKinds(AreaKind.AUTHORITY);
        }
        int most = limits.sliceCells();
        List<Observation> read = new FigureQuery(new ObservationQuery(filter.filter(), asOf), most + 1, false)
                .answer(sql, catalogue.attributes());
        if (read.size() > most) {
            throw new InvalidQueryException(
                    InvalidArgument.limit(ArgumentPath.of("standings"), QueryLimits.SLICE_CELLS, most, read.size()));
        }
        return read.stream().filter(Computable::is).collect(Collectors.groupingBy(StandingQuery::key));
    }

    /** What figures must have in common to be ranked together. */
    private static String key(Observation figure) {
        return String.join("|", figure.indicator(), figure.period(), figure.breakdown(), figure.segment());
    }
}
