package careledger.warehouse.question.trend;

import careledger.schema.catalogue.Unit;
import careledger.warehouse.question.judgement.FigureWords;
import careledger.warehouse.question.observation.Observation;
import java.util.List;
import java.util.Optional;

/**
 * The level of the three comparable figures before one, to hold it against: their mean, each counted alike. A share or
 * rate is recomputed from the numbers behind the three where all are known; else the mean of shares is said to be a level
 * and not the share of anybody.
 *
 * @param three oldest first
 */
record LevelBefore(List<Observation> three, double value, String inWords) {
    static final int FIGURES = 3;

    /** @param before comparable figures with a value, oldest first */
    static Optional<LevelBefore> of(List<Observation> before) {
        if (before.size() < FIGURES) {
            return Optional.empty();
        }
        List<Observation> three = before.subList(before.size() - FIGURES, before.size());
        double per = three.get(0).unit() == Unit.PERCENT ? 100 : 10_000;
        if (composed(three.get(0).unit()) && three.stream().allMatch(LevelBefore::partsKnown)) {
            double numerator = sum(three.stream().map(Observation::numerator).toList());
            double denominator =
                    sum(three.stream().map(Observation::denominator).toList());
            return Optional.of(new LevelBefore(
                    three,
                    per * numerator / denominator,
                    "together " + FigureWords.number(numerator, 0) + " of " + FigureWords.number(denominator, 0)));
        }
        double mean = three.stream().mapToDouble(Observation::number).average().orElseThrow();
        return Optional.of(new LevelBefore(
                three,
                mean,
                composed(three.get(0).unit())
                        ? "each figure counted alike: a level to compare with, not the share of any group"
                        : "each figure counted alike"));
    }

    private static boolean composed(Unit unit) {
        return unit == Unit.PERCENT || unit == Unit.RATE_PER_10K;
    }

    private static boolean partsKnown(Observation figure) {
        Double denominator = figure.denominator();
        return figure.numerator() != null && denominator != null && denominator > 0 && figure.qualityNote() == null;
    }

    private static double sum(List<Double> parts) {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
