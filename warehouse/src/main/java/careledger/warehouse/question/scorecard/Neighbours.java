package careledger.warehouse.question.scorecard;

import careledger.warehouse.question.observation.Observation;
import java.util.Optional;

/**
 * What a row shows of the statistical neighbours.
 *
 * @param figure a printed average, or a median that was worked out
 * @param name what it is called in a sentence
 * @param rule what it is, or why there is none
 */
record Neighbours(Optional<Observation> figure, String name, String rule) {
    static Neighbours none(String reason) {
        return new Neighbours(Optional.empty(), "the neighbours", reason);
    }

    static Neighbours printed(Observation average) {
        String how = average.value() == null
                ? "The document prints no neighbour average for this row (" + average.valueText() + ")."
                : "The average of the statistical neighbours as printed in: " + average.sourceTitle()
                        + ". Which neighbours it is of, and how it was averaged, is not printed.";
        return new Neighbours(Optional.of(average), "the neighbour average printed", how);
    }
}
