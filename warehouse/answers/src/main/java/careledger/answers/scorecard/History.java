package careledger.answers.scorecard;

import careledger.answers.observation.Observation;
import careledger.answers.series.PreviousFigure;
import careledger.answers.series.SeriesLine;
import careledger.answers.series.SeriesLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came before a figure on its line.
 *
 * @param previous the one that it is compared with
 * @param other the newest before the line's last break; only where nothing after the break came before the figure
 * @param whole the comparable ones, oldest first, the figure itself at the end
 */
record History(Optional<Observation> previous, Optional<Observation> other, List<Observation> whole) {
    private static final int RECENT = 5;
    private static final Comparator<Observation> BY_TIME =
            Comparator.comparing(Observation::periodEnd).thenComparing(Observation::period);

    History {
        whole = List.copyOf(whole);
    }

    /** The last five, oldest first. */
    List<Observation> recent() {
        return whole.subList(Math.max(0, whole.size() - RECENT), whole.size());
    }

    /** @param series figures of the same indicator, area and breakdown */
    static History of(Observation latest, List<Observation> series, SeriesLines lines) {
        List<Observation> points = Stream.concat(
                        series.stream()
                                .filter(point -> point.periodKind() == latest.periodKind()
                                        && point.periodEnd().isBefore(latest.periodEnd())),
                        Stream.of(latest))
                .sorted(BY_TIME)
                .toList();
        List<List<Observation>> runs =
                lines.upTo(latest, points).map(SeriesLine::runs).orElse(List.of(List.of(latest)));
        List<Observation> run = runs.get(runs.size() - 1);
        boolean starts = run.stream().allMatch(point -> point.id().equals(latest.id()) || point.value() == null);
        Optional<Observation> other = !starts || runs.size() == 1
                ? Optional.empty()
                : runs.get(runs.size() - 2).stream()
                        .filter(point -> point.value() != null)
                        .reduce((first, second) -> second);
        return new History(PreviousFigure.of(latest, run), other, run);
    }

    /** The same, compared with a figure that the document itself prints. */
    History against(Observation printed) {
        List<Observation> all = new ArrayList<>(whole);
        if (all.stream().noneMatch(point -> point.period().equals(printed.period()))) {
            all.add(all.size() - 1, printed);
        }
        return new History(Optional.of(printed), Optional.empty(), all);
    }
}
