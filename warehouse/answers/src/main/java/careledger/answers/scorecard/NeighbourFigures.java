package careledger.answers.scorecard;

import careledger.answers.observation.Observation;
import java.util.Optional;

/**
 * What a row shows of the statistical neighbours.
 *
 * @param figure a printed average, or a median that was worked out
 * @param name what it is called in a sentence
 * @param rule what it is, or why there is none
 * @param quartile of the figure among all its neighbours, where ten reported
 */
record NeighbourFigures(Optional<Observation> figure, String name, String rule, Optional<Integer> quartile) {
    static NeighbourFigures none(String reason) {
        return new NeighbourFigures(Optional.empty(), "the neighbours", reason, Optional.empty());
    }

    static NeighbourFigures printed(Observation average) {
        String how = average.value() == null
                ? "The document prints no neighbour average for this row (" + average.valueText() + ")."
                : "The average of the statistical neighbours as printed in: " + average.sourceTitle()
                        + ". Which neighbours it is of, and how it was averaged, is not printed.";
        return new NeighbourFigures(Optional.of(average), "the neighbour average printed", how, Optional.empty());
    }
}
