package careledger.answers.scorecard;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Inexact;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import java.util.Locale;
import java.util.Optional;

/** A figure against that of others for the same period, in words that start with the judgement. */
record ComparatorRule(ChangeRule rule) {
    /** @param name of the other figure as a sentence says it */
    String of(Optional<Observation> latest, Optional<Observation> other, String name) {
        if (latest.isEmpty() || latest.get().value() == null) {
            return "not compared: there is no figure of this row";
        }
        if (other.isEmpty() || other.get().value() == null) {
            return "not compared: there is no figure of " + name + " for " + FigurePeriod.name(latest.get())
                    + " under the same definition";
        }
        return judged(latest.get(), other.get(), name);
    }

    private String judged(Observation figure, Observation other, String name) {
        String compared = ": " + figure.valueText() + " against " + other.valueText() + ", " + name;
        if (rule.ofWholeArea()) {
            return "not compared" + compared + ": such a figure grows with the number of children in an area";
        }
        Optional<String> inexact = Inexact.comparison(figure, other);
        if (inexact.isPresent()) {
            return "not compared" + compared + ": " + inexact.get();
        }
        return word(figure, other) + compared + ". " + rule.describe(Pair.beside(other, figure)) + " "
                + rule.polarityWords();
    }

    private String word(Observation figure, Observation other) {
        Direction direction = rule.direction(Pair.beside(other, figure));
        return direction == Direction.STEADY ? "level" : direction.name().toLowerCase(Locale.ROOT);
    }
}
