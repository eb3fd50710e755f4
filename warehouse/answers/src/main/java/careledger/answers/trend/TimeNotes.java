package careledger.answers.trend;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes on how the points of a line lie in time: times of year and years missing. */
final class TimeNotes {
    private TimeNotes() {}

    static List<String> of(TrendLine line) {
        List<String> notes = new ArrayList<>();
        for (TrendSegment segment : line.segments()) {
            timesOfYear(line, segment, notes);
            String gaps = TrendGap.in(segment.figures()).stream()
                    .map(TrendGap::between)
                    .collect(Collectors.joining(", and "));
            if (!gaps.isEmpty()) {
                notes.add(TrendNotes.of(line) + "This line has no figure " + gaps
                        + "; a line drawn there stands for nothing measured.");
            }
        }
        return notes;
    }

    private static void timesOfYear(TrendLine line, TrendSegment segment, List<String> notes) {
        Map<Integer, List<String>> byMonth = new LinkedHashMap<>();
        segment.points()
                .forEach(point -> byMonth.computeIfAbsent(point.periodEnd().getMonthValue(), month -> new ArrayList<>())
                        .add(FigurePeriod.label(point)));
        if (byMonth.size() < 2) {
            return;
        }
        int usual = byMonth.values().stream().mapToInt(List::size).max().orElse(0);
        String odd = byMonth.values().stream()
                .filter(labels -> labels.size() < usual)
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        long years = segment.points().stream()
                .map(Observation::reportingYear)
                .distinct()
                .count();
        notes.add(TrendNotes.of(line) + "The points are not all of the same time of year"
                + (odd.isEmpty() ? "" : "; the odd ones are " + odd) + "."
                + (years < segment.points().size() ? " Some years have more than one." : "")
                + " Changes are worked out between the same times of year where there are such.");
    }
}
