package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.judgement.Ranking;
import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.answers.standing.NeighbourModels;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An area beside its statistical neighbours of every model that was published by the day asked about. */
record NeighbourComparisons(NeighbourModels models, ChangeRule rule) {
    /** @param asOf models that were published later are left out */
    static NeighbourComparisons of(IndicatorEntry indicator, String area, Optional<LocalDate> asOf, Sql sql)
            throws SQLException {
        return new NeighbourComparisons(NeighbourModels.of(area, asOf, sql), ChangeRule.of(indicator));
    }

    List<String> all() {
        return models.all();
    }

    /** One row a model and point with a value at which a neighbour reported under a comparable definition. */
    List<NeighbourComparison> beside(TrendLine line, List<Observation> claims, ReleaseCatalogue catalogue) {
        Map<String, Observation> others = claims.stream()
                .filter(claim -> TrendLines.isPoint(claim)
                        && claim.value() != null
                        && claim.qualifier() == null
                        && claim.breakdown().equals(line.breakdown()))
                .collect(Collectors.toMap(
                        claim -> claim.area() + "|" + claim.period(), Function.identity(), (first, second) -> first));
        List<NeighbourComparison> rows = new ArrayList<>();
        models.byModel().forEach((model, ids) -> {
            for (Observation point : line.points()) {
                if (point.value() != null && point.qualifier() == null) {
                    compared(model, ids, point, others, catalogue).ifPresent(rows::add);
                }
            }
        });
        return rows;
    }

    private Optional<NeighbourComparison> compared(
            String model,
            List<String> neighbours,
            Observation point,
            Map<String, Observation> others,
            ReleaseCatalogue catalogue) {
        List<Observation> reported = new ArrayList<>();
        List<AreaEntry> missing = new ArrayList<>();
        for (String id : neighbours) {
            Optional.ofNullable(others.get(id + "|" + point.period()))
                    .filter(other -> other.segment().equals(point.segment()))
                    .ifPresentOrElse(reported::add, () -> catalogue.area(id).ifPresent(missing::add));
        }
        if (reported.isEmpty()) {
            return Optional.empty();
        }
        double own = point.number();
        Ranking standing =
                Ranking.of(own, reported.stream().map(Observation::number).toList(), point.polarity());
        OptionalInt quartile = standing.quartile();
        return Optional.of(new NeighbourComparison(
                model,
                point.breakdown(),
                catalogue.period(point.period()).orElseThrow(),
                own,
                standing.median(),
                standing.lowest(),
                standing.highest(),
                standing.rank(),
                standing.of(),
                quartile.isPresent() ? quartile.getAsInt() : null,
                reported.size(),
                missing,
                model.equals(models.newest().orElse(model)),
                rule.ofWholeArea()
                        ? Direction.NOT_COMPARABLE
                        : rule.direction(Pair.median(standing.median(), reported, point)),
                rule(model, point, standing, neighbours.size())));
    }

    private String rule(String model, Observation point, Ranking standing, int neighbours) {
        return "Neighbour model of " + model + (model.equals(models.newest().orElse(model)) ? ", the newest" : "")
                + "; " + (standing.of() - 1) + " of " + neighbours
                + " neighbours have a figure for " + FigurePeriod.name(point)
                + " under the same definition. Median, lowest and highest are of these, without " + point.areaName()
                + ". Rank is among the " + standing.of() + " with " + point.areaName() + "; 1 is " + standing.first()
                + "; ties share the better rank. " + standing.quartileWords();
    }

    /** A note on the models that were left out. */
    List<String> notes() {
        return models.notes();
    }
}
