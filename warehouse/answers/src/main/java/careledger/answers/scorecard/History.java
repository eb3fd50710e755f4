package careledger.answers.scorecard;

import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came before a figure.
 *
 * @param previous the newest of the same segment and kind of period that has a value, of the eighteen months before
 * @param other the newest of another segment
 * @param whole those of the same segment and kind of period, oldest first, the figure itself at the end
 */
record History(Optional<Observation> previous, Optional<Observation> other, List<Observation> whole) {
    private static final int RECENT = 5;
    /** An older figure is no previous one: what lies between is not known. */
    static final int LONGEST_GAP_MONTHS = 18;

    History {
        whole = List.copyOf(whole);
    }

    /** The last five, oldest first. */
    List<Observation> recent() {
        return whole.subList(Math.max(0, whole.size() - RECENT), whole.size());
    }

    /** @param series oldest first */
    static History of(Observation latest, List<Observation> series) {
        List<Observation> before = series.stream()
                .filter(point -> point.periodEnd().isBefore(latest.periodEnd()))
                .filter(point -> point.periodKind() == latest.periodKind())
                .toList();
        List<Observation> same = before.stream()
                .filter(point -> point.segment().equals(latest.segment()))
                .toList();
        List<Observation> whole = new ArrayList<>(same);
        whole.add(latest);
        return new History(
                newest(same).filter(point -> !point.periodEnd()
                        .isBefore(latest.periodEnd().minusMonths(LONGEST_GAP_MONTHS))),
                newest(before.stream()
                        .filter(point -> !point.segment().equals(latest.segment()))
                        .toList()),
                whole);
    }

    private static Optional<Observation> newest(List<Observation> points) {
        return points.stream().filter(point -> point.value() != null).reduce((older, newer) -> newer);
    }
}
