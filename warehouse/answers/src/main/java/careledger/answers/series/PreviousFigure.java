package careledger.answers.series;

import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Optional;

/** Finds the earlier figure that another one is compared with: one rule for trends, scorecards and sentences. */
public final class PreviousFigure {
    /** A figure before that is older than this is no figure of the year before. */
    public static final int LONGEST_GAP_MONTHS = 18;

    private PreviousFigure() {}

    /**
     * The newest earlier figure of the same time of year, or of any where there is none, of the eighteen months before.
     *
     * @param run comparable figures, oldest first
     */
    public static Optional<Observation> of(Observation latest, List<Observation> run) {
        return comparable(latest, run).stream()
                .filter(point -> recent(point, latest))
                .reduce((first, second) -> second)
                .or(() -> before(latest, run).stream()
                        .filter(point -> recent(point, latest))
                        .reduce((first, second) -> second));
    }

    /** Earlier figures with a value, oldest first: of the same time of year if any, else all. */
    public static List<Observation> comparable(Observation latest, List<Observation> run) {
        List<Observation> before = before(latest, run);
        List<Observation> sameTime = before.stream()
                .filter(point ->
                        point.periodEnd().getMonth() == latest.periodEnd().getMonth())
                .toList();
        return sameTime.isEmpty() ? before : sameTime;
    }

    private static List<Observation> before(Observation latest, List<Observation> run) {
        return run.stream()
                .filter(point -> point.value() != null && point.periodEnd().isBefore(latest.periodEnd()))
                .toList();
    }

    private static boolean recent(Observation earlier, Observation latest) {
        return !earlier.periodEnd().isBefore(latest.periodEnd().minusMonths(LONGEST_GAP_MONTHS));
    }
}
