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
        double per = per(three.get(0).unit());
        if (composed(three.get(0).unit()) && three.stream().allMatch(PriorLevel::partsKnown)) {
            double numerator = sum(three.stream().map(Observation::numerator).toList());
            double denominator =
                    sum(three.stream().map(Observation::denominator).toList());
            return Optional.of(new PriorLevel(
                    three,
                    per * numerator / denominator,
                    "together " + FigureFormat.number(numerator, 0) + " of " + FigureFormat.number(denominator, 0)));
        }
        double mean = three.stream().mapToDouble(Observation::number).average().orElseThrow();
        return Optional.of(new PriorLevel(
                three,
                mean,
                composed(three.get(0).unit())
                        ? "each figure counted alike: a level to compare with, not the share of any group"
                        : "each figure counted alike"));
    }

    private static double per(Unit unit) {
        return switch (unit) {
            case RATE_PER_1K -> 1_000;
            case RATE_PER_10K -> 10_000;
            case RATE_PER_100K -> 100_000;
            default -> 100;
        };
    }

    private static boolean composed(Unit unit) {
        return unit == Unit.PERCENT || unit.rate();
    }

    private static boolean partsKnown(Observation figure) {
        Double denominator = figure.denominator();
        return figure.numerator() != null && denominator != null && denominator > 0 && figure.qualityNote() == null;
    }

    private static double sum(List<Double> parts) {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
