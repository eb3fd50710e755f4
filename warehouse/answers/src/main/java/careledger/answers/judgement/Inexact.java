package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures that a document prints with a word such as "over" or "approximately"; no exact change is calculated from them. */
public final class Inexact {
    private Inexact() {}

    /** Why two figures give no exact change; empty where both are exact. */
    public static Optional<String> reason(Observation previous, Observation latest) {
        return of(latest, previous).map(printed -> "No change is calculated: " + printed + ".");
    }

    /** Why two figures are not judged against each other, as the end of a sentence; empty where both are exact. */
    public static Optional<String> comparison(Observation figure, Observation other) {
        return of(figure, other);
    }

    private static Optional<String> of(Observation first, Observation second) {
        return Stream.of(first, second)
                .filter(figure -> figure.qualifier() != null)
                .findFirst()
                .map(figure -> "the figure for " + FigurePeriod.name(figure) + " is printed as '" + figure.valueText()
                        + "', which is not exact");
    }
}
