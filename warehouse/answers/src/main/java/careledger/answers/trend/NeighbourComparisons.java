package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Ranking;
import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statistical neighbours of an area.
 *
 * @param byModel neighbours of each model that was published by the day asked about, nearest first
 * @param later days on which the documents of the other models were published
 */
record NeighbourComparisons(Map<String, List<String>> byModel, Map<String, LocalDate> later) {
    NeighbourComparisons {
        byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
        later = Collections.unmodifiableMap(new LinkedHashMap<>(later));
    }

    /** @param asOf models that were published later are left out */
    static NeighbourComparisons of(String area, Optional<LocalDate> asOf, Sql sql) throws SQLException {
        Map<String, List<String>> models = new LinkedHashMap<>();
        Map<String, LocalDate> later = new LinkedHashMap<>();
        sql.rows(SqlResource.of(NeighbourComparisons.class, "neighbours"), List.of(area), row -> {
            String model = row.text();
            String neighbour = row.text();
            LocalDate published = row.day();
            if (asOf.isPresent() && published.isAfter(asOf.get())) {
                return later.put(model, published);
            }
            return models.computeIfAbsent(model, key -> new ArrayList<>()).add(neighbour);
        });
        return new NeighbourComparisons(models, later);
    }

    List<String> all() {
        return byModel.values().stream().flatMap(List::stream).distinct().toList();
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
        byModel.forEach((model, ids) -> {
            for (Observation point : line.points()) {
                if (point.value() != null && point.qualifier() == null) {
                    compared(model, ids, point, others, catalogue).ifPresent(rows::add);
                }
            }
        });
        return rows;
    }

    private static Optional<NeighbourComparison> compared(
            String model,
            List<String> neighbours,
            Observation point,
            Map<String, Observation> others,
            ReleaseCatalogue catalogue) {
        List<Double> values = new ArrayList<>();
        List<AreaEntry> missing = new ArrayList<>();
        for (String id : neighbours) {
            Optional.ofNullable(others.get(id + "|" + point.period()))
                    .filter(other -> other.segment().equals(point.segment()))
                    .ifPresentOrElse(
                            other -> values.add(Objects.requireNonNull(other.value())),
                            () -> catalogue.area(id).ifPresent(missing::add));
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double own = point.number();
        Ranking standing = Ranking.of(own, values, point.polarity());
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
                values.size(),
                missing,
                rule(model, point, standing, neighbours.size())));
    }

    private static String rule(String model, Observation point, Ranking standing, int neighbours) {
        return "Neighbour model of " + model + "; " + (standing.of() - 1) + " of " + neighbours
                + " neighbours have a figure for " + FigurePeriod.name(point)
                + " under the same definition. Median, lowest and highest are of these, without " + point.areaName()
                + ". Rank is among the " + standing.of() + " with " + point.areaName() + "; 1 is " + standing.first()
                + "; ties share the better rank. " + standing.quartileWords();
    }

    /** A note on the models that were left out. */
    List<String> notes() {
        return later.entrySet().stream()
                .map(model -> "The neighbour model of " + model.getKey() + " is known from a document of "
                        + TrendPhrases.day(model.getValue()) + ", after the day asked about; it is not used.")
                .toList();
    }
}
