package careledger.warehouse.question.trend;

import careledger.schema.catalogue.Polarity;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.AreaEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.sql.SqlText;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statistical neighbours of an area.
 *
 * @param byModel neighbours of each model, nearest first
 */
record Neighbours(Map<String, List<String>> byModel) {
    Neighbours {
        byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
    }

    /** Models are named by their year; those of later years than the day asked about are left out. */
    static Neighbours of(String area, Optional<LocalDate> asOf, Sql sql) throws SQLException {
        Map<String, List<String>> models = new LinkedHashMap<>();
        sql.rows(SqlText.of(Neighbours.class, "neighbours"), List.of(area), row -> models.computeIfAbsent(
                        row.text(), model -> new ArrayList<>())
                .add(row.text()));
        asOf.map(day -> Integer.toString(day.getYear()))
                .ifPresent(year -> models.keySet().removeIf(model -> model.compareTo(year) > 0));
        return new Neighbours(models);
    }

    List<String> all() {
        return byModel.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** One row a model and point with a value at which a neighbour reported under a comparable definition. */
    List<NeighbourComparison> beside(TrendLine line, List<Observation> claims, ReleaseCatalogue catalogue) {
        Map<String, Observation> others = claims.stream()
                .filter(claim -> TrendLines.isPoint(claim)
                        && claim.value() != null
                        && claim.breakdown().equals(line.breakdown()))
                .collect(Collectors.toMap(
                        claim -> claim.area() + "|" + claim.period(), Function.identity(), (first, second) -> first));
        List<NeighbourComparison> rows = new ArrayList<>();
        byModel.forEach((model, ids) -> {
            for (Observation point : line.points()) {
                if (point.value() != null) {
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
        Collections.sort(values);
        double own = ChangeJudgement.value(point);
        boolean lowFirst = point.polarity() == Polarity.LOW_IS_GOOD;
        int ahead = (int) values.stream()
                .filter(value -> lowFirst ? value < own : value > own)
                .count();
        return Optional.of(new NeighbourComparison(
                model,
                catalogue.period(point.period()).orElseThrow(),
                own,
                median(values),
                values.get(0),
                values.get(values.size() - 1),
                ahead + 1,
                values.size(),
                missing,
                rule(model, point, values.size(), neighbours.size())));
    }

    /** Of sorted values: the middle one, or halfway between the two in the middle. */
    static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : TrendWords.exact((sorted.get(half - 1) + sorted.get(half)) / 2);
    }

    private static String rule(String model, Observation point, int reported, int neighbours) {
        String first =
                switch (point.polarity()) {
                    case LOW_IS_GOOD -> "the lowest figure, which is best";
                    case HIGH_IS_GOOD -> "the highest figure, which is best";
                    case NONE -> "the highest figure, which is not held to be better or worse";
                };
        return "Neighbour model of " + model + "; " + reported + " of " + neighbours + " neighbours have a figure for "
                + point.periodLabel() + " under the same definition. Median, lowest and highest are of these, without "
                + point.areaName() + ". Rank is among the " + (reported + 1) + " with " + point.areaName() + "; 1 is "
                + first + "; ties share the better rank.";
    }
}
