package careledger.answers.trend;

import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of points of one line, one after the other in time, whose figures are under comparable definitions: where a
 * figure under another definition follows, the run ends, also where the first definition comes back later. A point without
 * a value measures nothing; it ends no run and starts none.
 *
 * @param id segment of its figures; where a later run of a line has the same, "@" and its first period follow
 * @param definition what was measured, in words
 * @param points oldest first, at least one
 */
public record TrendSegment(String id, String definition, List<Observation> points) {
    public TrendSegment {
        points = List.copyOf(points);
        if (points.isEmpty()
                || measured(points).stream()
                                .map(Observation::segment)
                                .distinct()
                                .count()
                        > 1) {
            throw new IllegalArgumentException("segment '" + id + "' needs points, and figures of one segment");
        }
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

    /** Whether figures of both were measured alike, though another definition lies between them. */
    boolean measuredLike(TrendSegment other) {
        return segmentOf(points).equals(segmentOf(other.points));
    }

    /** Segment of the figures among some points; where there is none, of the first point. */
    static String segmentOf(List<Observation> points) {
        return measured(points).get(0).segment();
    }

    /** The points that have a value; if none has, all. */
    static List<Observation> measured(List<Observation> points) {
        List<Observation> figures =
                points.stream().filter(point -> point.value() != null).toList();
        return figures.isEmpty() ? points : figures;
    }

    /** @param points of one line, oldest first */
    static List<List<Observation>> runs(List<Observation> points) {
        List<List<Observation>> runs = new ArrayList<>();
        for (Observation point : points) {
            if (runs.isEmpty() || takesOver(point, runs.get(runs.size() - 1))) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
        }
        return runs;
    }

    private static boolean takesOver(Observation point, List<Observation> run) {
        return point.value() != null
                && run.stream().anyMatch(other -> other.value() != null)
                && !segmentOf(run).equals(point.segment());
    }
}
