package careledger.answers.comparison;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mean of three years that follow each other. Counts and amounts for a whole area are added up and divided by three; a
 * share or rate is worked out again from the numbers behind it, which must be printed for all three; nothing else is averaged.
 */
record ThreeYearMeans(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
    private static final int YEARS = 3;

    /** @param points of one line that may be calculated with */
    List<ComputedFigure> of(List<Observation> points) {
        List<Observation> yearly = points.stream().filter(Years::yearly).toList();
        return yearly.stream()
                .flatMap(latest -> three(latest, yearly).flatMap(this::mean).stream())
                .toList();
    }

    private static Optional<List<Observation>> three(Observation latest, List<Observation> run) {
        List<Observation> three = Stream.of(2, 1, 0)
                .flatMap(years -> Years.before(latest, years, run).stream())
                .toList();
        return three.size() == YEARS ? Optional.of(three) : Optional.empty();
    }

    private Optional<ComputedFigure> mean(List<Observation> three) {
        int decimals = three.stream().mapToInt(FigureFormat::decimals).max().orElse(0) + 1;
        if (additive()) {
            double mean = three.stream().mapToDouble(Observation::number).sum() / YEARS;
            return Optional.of(row(
                    three,
                    mean,
                    decimals,
                    "The three are added up and divided by three"
                            + (indicator.unit() == Unit.GBP ? ", each in the prices of its own year." : ".")));
        }
        if (!indicator.unit().quotient() || !three.stream().allMatch(ThreeYearMeans::fits)) {
            return Optional.empty();
        }
        double of =
                three.stream().mapToDouble(figure -> number(figure.numerator())).sum();
        double base = three.stream()
                .mapToDouble(figure -> number(figure.denominator()))
                .sum();
        return Optional.of(row(
                three,
                indicator.unit().per() * of / base,
                decimals,
                "It is the share of the three together, " + FigureFormat.number(of, 0) + " of "
                        + FigureFormat.number(base, 0) + ", by the numbers that are printed."));
    }

    private ComputedFigure row(List<Observation> three, double mean, int decimals, String how) {
        Observation latest = three.get(YEARS - 1);
        double value = FigureFormat.exact(mean);
        return new ComputedFigure(
                ComputedFigure.id(ComputedKind.THREE_YEAR_MEAN, three),
                ComputedKind.THREE_YEAR_MEAN,
                indicator.title() + ": mean of three years",
                latest,
                catalogue.period(latest.period()).orElseThrow(),
                catalogue.period(three.get(0).period()).orElseThrow(),
                null,
                null,
                null,
                null,
                value,
                FigureFormat.figure(value, indicator.unit(), decimals),
                Quotients.unit(indicator.unit()),
                null,
                null,
                Computable.provisional(three),
                "Worked out, not published: the mean of "
                        + FigurePeriod.name(three.get(0), three.get(0).valueText())
                        + ", " + FigurePeriod.name(three.get(1), three.get(1).valueText()) + " and "
                        + FigurePeriod.name(latest, latest.valueText()) + ", all under comparable definitions. " + how,
                Computable.claims(three));
    }

    /** Why there is no mean of shares that follow each other; empty where there is nothing to say. */
    Optional<String> note(List<Observation> points, List<ComputedFigure> found) {
        List<Observation> yearly = points.stream().filter(Years::yearly).toList();
        boolean three = yearly.stream().anyMatch(latest -> three(latest, yearly).isPresent());
        return !three || !found.isEmpty()
                ? Optional.empty()
                : Optional.of("No mean of three years is given: "
                        + (indicator.unit().quotient()
                                ? "shares and rates are averaged only with the numbers behind them, which are not"
                                        + " printed for three years in a row."
                                : "only counts, amounts for a whole area, and shares and rates with the numbers behind"
                                        + " them are averaged."));
    }

    private boolean additive() {
        return ChangeRule.of(indicator).ofWholeArea() && indicator.measureKind() != MeasureKind.SCORE;
    }

    /** Whether the numbers behind a share are printed and give it. */
    private static boolean fits(Observation figure) {
        Double of = figure.numerator();
        Double base = figure.denominator();
        if (of == null || base == null || base <= 0) {
            return false;
        }
        double unit = Math.pow(10, -FigureFormat.decimals(figure));
        return Math.abs(figure.unit().per() * of / base - figure.number()) <= unit;
    }

    private static double number(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }
}
