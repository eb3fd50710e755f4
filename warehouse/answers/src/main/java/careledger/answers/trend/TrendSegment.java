package careledger.answers.trend;

import careledger.answers.observation.Observation;
import java.util.List;

/**
 * A chain of comparable definitions on a line: its figures, one after the other in time. A point without a value measures
 * nothing; it ends no segment and starts none.
 *
 * @param key segment of its figures
 * @param definition what was measured, in words
 * @param points oldest first, at least one
 */
public record TrendSegment(String key, String definition, List<Observation> points) {
    public TrendSegment {
        points = List.copyOf(points);
        if (points.isEmpty()
                || measured(points).stream()
                                .map(Observation::segment)
                                .distinct()
                                .count()
                        > 1) {
            throw new IllegalArgumentException("segment '" + key + "' needs points, and figures of one segment");
        }
    }

    /** Names this run of points and no other: two segments with the same id hold the same points. */
    public String id() {
        return key + ":" + first().id() + ".." + last().id();
    }

    Observation first() {
        return points.get(0);
    }

    Observation last() {
        return points.get(points.size() - 1);
    }

    /** The points that have a value. */
    List<Observation> figures() {
        return points.stream().filter(point -> point.value() != null).toList();
    }

    Observation lastMeasured() {
        List<Observation> measured = measured(points);
        return measured.get(measured.size() - 1);
    }

    /** Segment of the figures among some points; where there is none, of the first point. */
    static String segmentOf(List<Observation> points) {
        return measured(points).get(0).segment();
    }

    /** The points that have a value; if none has, the first: symbols alone measure nothing by any definition. */
    static List<Observation> measured(List<Observation> points) {
        List<Observation> figures =
                points.stream().filter(point -> point.value() != null).toList();
        return figures.isEmpty() && !points.isEmpty() ? points.subList(0, 1) : figures;
    }
}
