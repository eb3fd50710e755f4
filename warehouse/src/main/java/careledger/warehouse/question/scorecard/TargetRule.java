package careledger.warehouse.question.scorecard;

import careledger.schema.catalogue.Polarity;
import careledger.schema.scorecard.Tolerance;
import careledger.warehouse.question.observation.Observation;
import java.math.BigDecimal;
import java.util.Optional;

/** A figure against the target set for it, in words that start with the judgement. A target is never extended. */
record TargetRule(Tolerance tolerance) {
    String of(Optional<Observation> latest, Optional<Observation> target) {
        if (target.isEmpty()) {
            return "no target: none was published for this area and period";
        }
        Observation aim = target.get();
        String printed = "the target of " + aim.valueText();
        Double value = latest.map(Observation::value).orElse(null);
        Double wanted = aim.value();
        if (latest.isEmpty() || value == null || wanted == null) {
            return "not judged: " + printed + " has no figure to set against it";
        }
        Observation figure = latest.get();
        if (!aim.periodEnd().equals(figure.periodEnd())) {
            return "not judged: " + printed + " is for " + aim.periodLabel() + ", the figure for "
                    + figure.periodLabel();
        }
        if (!aim.segment().equals(figure.segment())) {
            return "not judged: " + printed + " was set under another definition (" + aim.definition() + ")";
        }
        if (figure.polarity() == Polarity.NONE) {
            return "not judged: neither way is better, so " + printed + " is shown only";
        }
        return judged(figure, value, aim.valueText(), wanted);
    }

    private String judged(Observation figure, double value, String aim, double wanted) {
        double over =
                BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(wanted)).doubleValue();
        boolean higher = figure.polarity() == Polarity.HIGH_IS_GOOD;
        boolean met = higher ? over >= 0 : over <= 0;
        String word = met ? "met" : tolerance.holds(figure.unit(), over, wanted) ? "within tolerance" : "missed";
        return word + ": " + figure.valueText() + " against a target of " + (higher ? "at least " : "at most ") + aim
                + "; within tolerance is a gap of no more than " + tolerance.words(figure.unit(), "the target")
                + ", because " + tolerance.reason();
    }
}
