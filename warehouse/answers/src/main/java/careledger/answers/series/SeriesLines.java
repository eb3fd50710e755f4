package careledger.answers.series;

import careledger.answers.catalogue.DefinitionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sorts the figures of one series (indicator, area, breakdown, kind of period) into lines. Comparable definitions form one
 * chain. The main line starts with the chain of the primary definition; another chain joins it, behind a break, where its
 * figures lie wholly before or after those already on it, and is a line of its own where they overlap in time.
 */
public final class SeriesLines {
    private final Set<String> primary;

    /** @param indicator whose figures are sorted */
    public SeriesLines(IndicatorEntry indicator) {
        this.primary = comparableWithPrimary(indicator.definitions());
    }

    /** The definitions of the run of comparable ones that holds the primary definition. */
    private static Set<String> comparableWithPrimary(List<DefinitionEntry> oldestFirst) {
        Set<String> run = new HashSet<>();
        boolean found = false;
        for (DefinitionEntry definition : oldestFirst) {
            if (!definition.comparableWithPrevious()) {
                if (found) {
                    return run;
                }
                run.clear();
            }
            run.add(definition.id());
            found |= definition.primary();
        }
        return found ? run : Set.of();
    }

    /**
     * The lines of one series, the main one first, the others by their first figure.
     *
     * @param points oldest first
     */
    public List<SeriesLine> of(List<Observation> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        List<Chain> main = new ArrayList<>();
        List<Chain> apart = new ArrayList<>();
        for (Chain chain : byPriority(points)) {
            (main.stream().noneMatch(chain::overlaps) ? main : apart).add(chain);
        }
        Set<String> separate = apart.stream().map(Chain::segment).collect(Collectors.toSet());
        List<SeriesLine> lines = new ArrayList<>();
        lines.add(new SeriesLine(
                true,
                runs(points.stream()
                        .filter(point -> !separate.contains(point.segment()))
                        .toList())));
        points.stream()
                .map(Observation::segment)
                .distinct()
                .filter(separate::contains)
                .map(segment -> points.stream()
                        .filter(point -> point.segment().equals(segment))
                        .toList())
                .forEach(own -> lines.add(new SeriesLine(false, List.of(own))));
        return lines;
    }

    /** The line that holds a figure, up to that figure; its last run ends with it. */
    public Optional<SeriesLine> upTo(Observation figure, List<Observation> points) {
        List<Observation> until = points.stream()
                .filter(point -> !point.periodEnd().isAfter(figure.periodEnd()))
                .toList();
        return of(until).stream()
                .filter(line -> line.runs().stream().flatMap(List::stream).anyMatch(point -> point.id()
                        .equals(figure.id())))
                .findFirst();
    }

    private List<Chain> byPriority(List<Observation> points) {
        Map<String, List<Observation>> figures = new LinkedHashMap<>();
        points.stream().filter(point -> point.value() != null).forEach(point -> figures.computeIfAbsent(
                        point.segment(), key -> new ArrayList<>())
                .add(point));
        return figures.values().stream()
                .map(own -> Chain.of(own, primary))
                .sorted(Chain.BY_PRIORITY)
                .toList();
    }

    /** A figure of another chain starts a run; a point without a value measures nothing, so it starts none. */
    private static List<List<Observation>> runs(List<Observation> points) {
        List<List<Observation>> runs = new ArrayList<>();
        String segment = "";
        for (Observation point : points) {
            boolean measured = point.value() != null;
            if (runs.isEmpty() || (measured && !segment.isEmpty() && !segment.equals(point.segment()))) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
            segment = measured ? point.segment() : segment;
        }
        return runs;
    }

    /** The figures of one segment, in short. */
    private record Chain(String segment, boolean primary, int figures, long first, long last) {
        /** The same order as in {@code series_break.sql}. */
        static final Comparator<Chain> BY_PRIORITY = Comparator.comparing(Chain::primary)
                .thenComparing(Chain::figures)
                .thenComparing(Chain::last)
                .reversed()
                .thenComparing(Chain::segment);

        static Chain of(List<Observation> own, Set<String> primary) {
            Observation first = own.get(0);
            return new Chain(
                    first.segment(),
                    own.stream().map(Observation::definition).anyMatch(primary::contains),
                    own.size(),
                    first.periodEnd().toEpochDay(),
                    own.get(own.size() - 1).periodEnd().toEpochDay());
        }

        boolean overlaps(Chain other) {
            return first <= other.last && other.first <= last;
        }
    }
}
