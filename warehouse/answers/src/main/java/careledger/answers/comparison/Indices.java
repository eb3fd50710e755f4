package careledger.answers.comparison;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures as percentages of the first comparable one, which is 100. There is none of shares, whose change is given in
 * percentage points; none of scores; and none that starts from a count so small that one child moves it by more than two.
 */
record Indices(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
    private static final double LEAST_COUNT = 50;
    private static final int DECIMALS = 1;

    List<ComputedFigure> of(List<Observation> points) {
        if (!has()) {
            return List.of();
        }
        Map<String, List<Observation>> runs = new LinkedHashMap<>();
        points.stream().filter(Years::yearly).forEach(point -> runs.computeIfAbsent(
                        point.segment() + "|" + point.periodKind() + "|"
                                + point.periodEnd().getMonth(),
                        key -> new ArrayList<>())
                .add(point));
        return runs.values().stream()
                .filter(run -> run.size() > 1 && run.get(0).number() > 0 && !small(run.get(0)))
                .flatMap(run -> run.stream().map(point -> row(run.get(0), point)))
                .toList();
    }

    private boolean has() {
        return switch (indicator.unit()) {
            case COUNT -> indicator.measureKind() != MeasureKind.SCORE;
            case GBP, RATE_PER_1K, RATE_PER_10K, RATE_PER_100K -> true;
            default -> false;
        };
    }

    private boolean small(Observation first) {
        return indicator.unit() == Unit.COUNT && first.number() < LEAST_COUNT;
    }

    private ComputedFigure row(Observation first, Observation point) {
        double value = FigureFormat.exact(100 * point.number() / first.number());
        List<Observation> made = first.equals(point) ? List.of(point) : List.of(first, point);
        return new ComputedFigure(
                ComputedFigure.id(ComputedKind.INDEX, made),
                ComputedKind.INDEX,
                indicator.title() + ": index",
                point,
                catalogue.period(point.period()).orElseThrow(),
                catalogue.period(first.period()).orElseThrow(),
                null,
                null,
                first.value(),
                first.valueText(),
                value,
                FigureFormat.number(value, DECIMALS),
                "index, " + FigurePeriod.label(first) + " = 100",
                null,
                null,
                Computable.provisional(made),
                "Worked out, not published: " + point.valueText() + " as a percentage of " + first.valueText()
                        + ", the first figure by comparable definitions, for " + FigurePeriod.name(first)
                        + ", which is 100."
                        + (indicator.unit() == Unit.GBP ? " Amounts are in the prices of their own years." : ""),
                Computable.claims(made));
    }

    /** Why there is no index. */
    Optional<String> note(List<Observation> points, List<ComputedFigure> found) {
        if (!found.isEmpty() || points.size() < 2) {
            return Optional.empty();
        }
        if (indicator.unit().printed() == Unit.PERCENT) {
            return Optional.of("No index is given of shares: how far they moved is given in percentage points.");
        }
        return has() && points.stream().anyMatch(this::small)
                ? Optional.of("No index is given of a count that starts below " + FigureFormat.number(LEAST_COUNT, 0)
                        + ", since one more or less would move it by more than 2.")
                : Optional.empty();
    }
}
