package careledger.warehouse.question.trend;

import careledger.warehouse.question.observation.Observation;
import java.util.List;

/**
 * Points of one line under comparable definitions, oldest first.
 *
 * @param definition what was measured, in words
 */
public record TrendSegment(String id, String definition, List<Observation> points) {
    public TrendSegment {
        points = List.copyOf(points);
    }
}
