package careledger.answers.trend;

import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes on how the points of a line lie in time: times of year, years missing, definitions that come back. */
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
                notes.add(TrendNotes.of(line) + "No figure is known " + gaps
                        + "; a line drawn there stands for nothing measured.");
            }
        }
        comesBack(line, notes);
        return notes;
    }

    private static void timesOfYear(TrendLine line, TrendSegment segment, List<String> notes) {
        Map<Integer, List<String>> byMonth = new LinkedHashMap<>();
        segment.points()
                .forEach(point -> byMonth.computeIfAbsent(point.periodEnd().getMonthValue(), month -> new ArrayList<>())
                        .add(point.periodLabel()));
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

    /** A definition that another interrupts. */
    private static void comesBack(TrendLine line, List<String> notes) {
        List<TrendSegment> segments = line.segments();
        for (int i = 2; i < segments.size(); i++) {
            TrendSegment segment = segments.get(i);
            List<TrendSegment> before = segments.subList(0, i);
            before.stream()
                    .filter(segment::measuredLike)
                    .reduce((first, second) -> second)
                    .ifPresent(same -> notes.add(TrendNotes.of(line) + "The figures to "
                            + same.lastMeasured().periodLabel() + " and those from "
                            + segment.first().periodLabel() + " were measured alike, but "
                            + between(before.subList(before.indexOf(same) + 1, before.size()))
                            + " in between under another definition, so they are two segments; no change is worked out"
                            + " from one to the other."));
        }
    }

    private static String between(List<TrendSegment> segments) {
        List<String> labels = segments.stream()
                .flatMap(segment -> segment.figures().stream())
                .map(Observation::periodLabel)
                .toList();
        return String.join(", ", labels) + (labels.size() == 1 ? " lies" : " lie");
    }
}
