package careledger.api.explorer.chart;

import careledger.answers.observation.Observation;
import careledger.answers.trend.TrendLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The part of a trend that is drawn.
 *
 * @param first day of the part; from the beginning where there is none
 * @param last day of the part; to the end where there is none
 */
public record Window(Optional<LocalDate> first, Optional<LocalDate> last) {
    public static final Window ALL = new Window(Optional.empty(), Optional.empty());

    private static final int YEARS = 3;

    /** From the first figure after the last gap of more than three years. */
    public static Window usual(TrendLine line) {
        List<LocalDate> days = line.points().stream()
                .filter(point -> point.value() != null)
                .map(Observation::periodEnd)
                .sorted()
                .toList();
        LocalDate first = null;
        for (int i = 1; i < days.size(); i++) {
            if (ChronoUnit.MONTHS.between(days.get(i - 1), days.get(i)) > YEARS * 12) {
                first = days.get(i);
            }
        }
        return new Window(Optional.ofNullable(first), Optional.empty());
    }

    boolean holds(Observation point) {
        return holds(point.periodEnd());
    }

    /** Whether a day is in it. */
    public boolean holds(LocalDate day) {
        return first.filter(day::isBefore).isEmpty()
                && last.filter(day::isAfter).isEmpty();
    }
}
