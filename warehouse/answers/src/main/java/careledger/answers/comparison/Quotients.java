package careledger.answers.comparison;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import careledger.schema.comparison.Comparisons;
import careledger.schema.comparison.Ratio;
import careledger.schema.comparison.RatioKind;
import careledger.schema.period.PeriodKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Shares, rates and costs that {@code comparisons.yaml} allows.
 *
 * @param divisors exact claims of the indicators that may be divided by, totals of the areas asked about
 */
record Quotients(IndicatorEntry indicator, Comparisons rules, List<Observation> divisors, ReleaseCatalogue catalogue) {
    private static final double PER_10K = 10_000;

    List<ComputedFigure> of(ComputedKind kind, List<Observation> points) {
        RatioKind wanted = RatioKind.valueOf(kind.name());
        return points.stream()
                .flatMap(point -> rules.ratiosOf(point.segment()).stream()
                        .filter(ratio -> ratio.kind() == wanted && covers(ratio, point))
                        .flatMap(ratio -> divisor(ratio, point)
                                .filter(divisor -> kind != ComputedKind.SHARE || point.number() <= divisor.number())
                                .map(divisor -> row(kind, ratio, point, divisor))
                                .stream()))
                .toList();
    }

    private static boolean covers(Ratio ratio, Observation point) {
        if (ratio.dimensions().isEmpty()) {
            return point.breakdown().equals("total");
        }
        return point.dimension1() != null
                && point.dimension2() == null
                && ratio.dimensions().contains(point.dimension1());
    }

    private Optional<Observation> divisor(Ratio ratio, Observation point) {
        return divisors.stream()
                .filter(other -> other.segment().equals(ratio.by())
                        && other.area().equals(point.area())
                        && other.number() > 0
                        && belongs(ratio.kind(), point, other))
                .max(Comparator.comparing((Observation other) -> other.periodEnd())
                        .thenComparing(other -> other.source().equals(point.source()))
                        .thenComparing(Observation::headline)
                        .thenComparing(Comparator.comparing(Observation::claim).reversed()));
    }

    private static boolean belongs(RatioKind kind, Observation point, Observation other) {
        return switch (kind) {
            case SHARE ->
                other.period().equals(point.period()) && other.source().equals(point.source());
            case RATE ->
                (point.periodKind() == PeriodKind.SNAPSHOT || point.periodKind() == PeriodKind.FINANCIAL_YEAR)
                        && other.headline()
                        && other.periodKind() == PeriodKind.SNAPSHOT
                        && !other.periodEnd().isAfter(point.periodEnd())
                        && other.periodEnd().isAfter(point.periodEnd().minusYears(1));
            case COST_PER_CHILD ->
                point.periodKind() == PeriodKind.FINANCIAL_YEAR
                        && other.periodKind() == PeriodKind.SNAPSHOT
                        && other.periodEnd().equals(point.periodEnd())
                        && (other.headline() || other.source().equals(point.source()));
        };
    }

    private ComputedFigure row(ComputedKind kind, Ratio ratio, Observation point, Observation divisor) {
        List<Observation> made = List.of(point, divisor);
        Unit unit =
                switch (ratio.kind()) {
                    case SHARE -> Unit.PERCENT;
                    case RATE -> Unit.RATE_PER_10K;
                    case COST_PER_CHILD -> Unit.GBP;
                };
        double times =
                switch (ratio.kind()) {
                    case SHARE -> 100;
                    case RATE -> PER_10K;
                    case COST_PER_CHILD -> 1;
                };
        double value = FigureFormat.exact(times * point.number() / divisor.number());
        String base = catalogue
                .indicator(divisor.indicator())
                .map(IndicatorEntry::title)
                .orElse(divisor.indicator());
        return new ComputedFigure(
                ComputedFigure.id(kind, made),
                kind,
                ratio.title() + (point.breakdown().equals("total") ? "" : ": " + point.breakdownLabel()),
                point,
                catalogue.period(point.period()).orElseThrow(),
                null,
                divisor.indicator(),
                base,
                divisor.value(),
                divisor.valueText(),
                value,
                FigureFormat.figure(value, unit, ratio.kind() == RatioKind.COST_PER_CHILD ? 0 : 1),
                unit(unit),
                null,
                null,
                Computable.provisional(made),
                "Worked out, not published: " + point.valueText() + " for " + FigurePeriod.name(point)
                        + ", divided by " + divisor.valueText() + " for " + FigurePeriod.name(divisor) + " (" + base
                        + "). " + FigureFormat.sentence(ratio.reason())
                        + (divisor.source().equals(point.source())
                                ? " Both are of: " + point.sourceTitle() + "."
                                : " The first is of: " + point.sourceTitle() + ". The second is of: "
                                        + divisor.sourceTitle() + "."),
                Computable.claims(made));
    }

    /** Of a value, in words. */
    static String unit(Unit unit) {
        return unit == Unit.PERCENT ? "%" : Gaps.unit(unit);
    }
}
