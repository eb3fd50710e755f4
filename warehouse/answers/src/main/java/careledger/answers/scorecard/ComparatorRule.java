package careledger.answers.scorecard;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Inexact;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import java.util.Optional;

/** A figure against that of others for the same period, in words that start with the judgement. */
record ComparatorRule(ChangeRule rule) {
    /** @param name of the other figure as a sentence says it */
    String of(Optional<Observation> latest, Optional<Observation> other, String name) {
        return of(latest, other, name, Optional.empty());
    }

    /** @param judged the two as they are judged, where the other was worked out; else as both are printed */
    String of(Optional<Observation> latest, Optional<Observation> other, String name, Optional<Pair> judged) {
        if (latest.isEmpty() || latest.get().value() == null) {
            return "not compared: there is no figure of this row";
        }
        if (other.isEmpty() || other.get().value() == null) {
            return "not compared: there is no figure of " + name + " for " + FigurePeriod.name(latest.get())
                    + " under the same definition";
        }
        return judged(latest.get(), other.get(), name, judged.orElseGet(() -> Pair.beside(other.get(), latest.get())));
    }

    private String judged(Observation figure, Observation other, String name, Pair pair) {
        String compared = ": " + figure.valueText() + " against " + other.valueText() + ", " + name;
        if (rule.ofWholeArea()) {
            return "not compared" + compared + ": such a figure grows with the number of children in an area";
        }
        Optional<String> inexact = Inexact.comparison(figure, other);
        if (inexact.isPresent()) {
            return "not compared" + compared + ": " + inexact.get();
        }
        return word(pair) + compared + ". " + rule.describe(pair) + " " + rule.polarityWords();
    }

    private String word(Pair pair) {
        Direction direction = rule.direction(pair);
        return direction == Direction.STEADY ? "level" : direction.word();
    }
}
