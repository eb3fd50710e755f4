package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures that a document prints with a word such as "over" or "approximately"; no exact change is calculated from them. */
public final class Inexact {
    private Inexact() {}

    /** Why two figures give no exact change; empty where both are exact. */
    public static Optional<String> reason(Observation previous, Observation latest) {
        return Stream.of(latest, previous)
                .filter(figure -> figure.qualifier() != null)
                .findFirst()
                .map(figure -> "No change is calculated: the figure for " + figure.periodLabel() + " is printed as '"
                        + figure.valueText() + "', which is not exact.");
    }
}
