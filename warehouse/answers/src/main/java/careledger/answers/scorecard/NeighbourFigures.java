package careledger.answers.scorecard;

import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import java.util.Optional;

/**
 * What a row shows of the statistical neighbours.
 *
 * @param figure a printed average, or a median that was worked out
 * @param name what it is called in a sentence
 * @param rule what it is, or why there is none
 * @param quartile of the figure among all its neighbours, where ten reported
 * @param pair the figure and the median as they are judged; empty for an average that is printed
 */
record NeighbourFigures(
        Optional<Observation> figure, String name, String rule, Optional<Integer> quartile, Optional<Pair> pair) {
    static NeighbourFigures none(String reason) {
        return new NeighbourFigures(Optional.empty(), "the neighbours", reason, Optional.empty(), Optional.empty());
    }

    static NeighbourFigures printed(Observation average) {
        String how = average.value() == null
                ? "The document prints no neighbour average for this row (" + average.valueText() + ")."
                : "The average of the statistical neighbours as printed in: " + average.sourceTitle()
                        + ". Which neighbours it is of, and how it was averaged, is not printed.";
        return new NeighbourFigures(
                Optional.of(average), "the neighbour average printed", how, Optional.empty(), Optional.empty());
    }
}
