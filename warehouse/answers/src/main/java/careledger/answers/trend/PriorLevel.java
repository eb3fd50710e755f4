package careledger.answers.trend;

import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import java.util.List;
import java.util.Optional;

/**
 * The level of the three comparable figures before one, to hold it against: their mean, each counted alike. A share or
 * rate is recomputed from the numbers behind the three where all are known; else the mean of shares is said to be a level
 * and not the share of anybody.
 *
 * @param three oldest first
 */
record PriorLevel(List<Observation> three, double value, String description) {
    static final int FIGURES = 3;

    /** @param before comparable figures with a value, oldest first */
    static Optional<PriorLevel> of(List<Observation> before) {
        if (before.size() < FIGURES) {
            return Optional.empty();
        }
        List<Observation> three = before.subList(before.size() - FIGURES, before.size());
        if (three.stream().anyMatch(figure -> figure.qualifier() != null)) {
            return Optional.empty();
        }
        Unit unit = three.get(0).unit();
        if (unit.quotient() && three.stream().allMatch(PriorLevel::partsKnown)) {
            double numerator = sum(three.stream().map(Observation::numerator).toList());
            double denominator =
                    sum(three.stream().map(Observation::denominator).toList());
            return Optional.of(new PriorLevel(
                    three,
                    unit.per() * numerator / denominator,
                    "together " + FigureFormat.number(numerator, 0) + " of " + FigureFormat.number(denominator, 0)));
        }
        double mean = three.stream().mapToDouble(Observation::number).average().orElseThrow();
        return Optional.of(new PriorLevel(
                three,
                mean,
                unit.quotient()
                        ? "each figure counted alike: a level to compare with, not the share of any group"
                        : "each figure counted alike"));
    }

    private static boolean partsKnown(Observation figure) {
        Double denominator = figure.denominator();
        return figure.numerator() != null && denominator != null && denominator > 0 && figure.qualityNote() == null;
    }

    private static double sum(List<Double> parts) {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
