package careledger.answers.series;

import careledger.answers.observation.Observation;
import java.util.List;

/**
 * Figures of one series drawn as one line: chains of comparable definitions, one after the other in time.
 *
 * @param main whether it is the line of the primary definition, or of the one with most figures where that has none
 * @param runs oldest first, at least one; each holds figures of one segment, oldest first, at least one
 */
public record SeriesLine(boolean main, List<List<Observation>> runs) {
    public SeriesLine {
        runs = runs.stream().map(List::copyOf).toList();
    }
}
