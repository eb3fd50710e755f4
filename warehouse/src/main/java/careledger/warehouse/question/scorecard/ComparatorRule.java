package careledger.warehouse.question.scorecard;

import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.scorecard.Tolerance;
import careledger.warehouse.question.observation.Observation;
import java.math.BigDecimal;
import java.util.Optional;

/** A figure against that of others for the same period, in words that start with the judgement. */
record ComparatorRule(Tolerance level) {
    /** @param name of the other figure as a sentence says it */
    String of(Optional<Observation> latest, Optional<Observation> other, String name) {
        Double own = latest.map(Observation::value).orElse(null);
        Double theirs = other.map(Observation::value).orElse(null);
        if (latest.isEmpty() || own == null) {
            return "not compared: there is no figure of this row";
        }
        if (other.isEmpty() || theirs == null) {
            return "not compared: there is no figure of " + name + " for "
                    + latest.get().periodLabel() + " under the same definition";
        }
        return judged(latest.get(), own, other.get(), theirs, name);
    }

    private String judged(Observation figure, double own, Observation other, double theirs, String name) {
        double over =
                BigDecimal.valueOf(own).subtract(BigDecimal.valueOf(theirs)).doubleValue();
        String compared = ": " + figure.valueText() + " against " + other.valueText() + ", " + name;
        if (figure.unit() == Unit.COUNT) {
            return "not compared" + compared + ": a number of one place is not set against that of another, whose"
                    + " size differs";
        }
        String rule =
                "; level is a gap of no more than " + level.words(figure.unit(), name) + ", because " + level.reason();
        return word(figure, theirs, over) + compared + good(figure.polarity()) + rule;
    }

    private String word(Observation figure, double theirs, double over) {
        if (level.holds(figure.unit(), over, theirs)) {
            return "level";
        }
        boolean higher = over > 0;
        return switch (figure.polarity()) {
            case NONE -> higher ? "higher" : "lower";
            case HIGH_IS_GOOD -> higher ? "better" : "worse";
            case LOW_IS_GOOD -> higher ? "worse" : "better";
        };
    }

    private static String good(Polarity polarity) {
        return switch (polarity) {
            case NONE -> "; neither way is better";
            case HIGH_IS_GOOD -> "; higher is better";
            case LOW_IS_GOOD -> "; lower is better";
        };
    }
}
