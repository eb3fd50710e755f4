package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationFilter;
import careledger.schema.period.PeriodKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes lines of headline figures: a line an area and breakdown, a segment a run of comparable points. */
final class TrendLines {
    private final Definitions definitions;
    private final ChangeJudgement changes;
    private final ReleaseCatalogue catalogue;

    TrendLines(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
        this.definitions = new Definitions(indicator);
        this.changes = new ChangeJudgement(ChangeRule.of(indicator), definitions, catalogue);
        this.catalogue = catalogue;
    }

    /** Whether a claim is a point: what {@code observations} answers without being asked for more. */
    static boolean isPoint(Observation claim) {
        return claim.headline() && ObservationFilter.USUAL_KINDS.contains(claim.valueKind());
    }

    /** The kind of period with most points of the first area that has any; of two with as many, the finer-named first. */
    static Optional<PeriodKind> usualKind(List<Observation> claims, List<String> areas) {
        for (String area : areas) {
            Map<PeriodKind, Long> counts = claims.stream()
                    .filter(claim -> isPoint(claim) && claim.area().equals(area))
                    .collect(Collectors.groupingBy(Observation::periodKind, TreeMap::new, Collectors.counting()));
            Optional<PeriodKind> most = counts.entrySet().stream()
                    .max(Map.Entry.<PeriodKind, Long>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey);
            if (most.isPresent()) {
                return most;
            }
        }
        return Optional.empty();
    }

    /** Lines of the areas in their order, then by breakdown; an area without points has a line without segments. */
    List<TrendLine> of(List<Observation> claims, List<String> areas, PeriodKind kind, boolean totals) {
        List<TrendLine> lines = new ArrayList<>();
        for (String id : areas) {
            AreaEntry area = catalogue.area(id).orElseThrow();
            Map<String, List<Observation>> byBreakdown = new TreeMap<>();
            claims.stream()
                    .filter(claim -> isPoint(claim) && claim.area().equals(id) && claim.periodKind() == kind)
                    .sorted(TrendLine.BY_TIME)
                    .forEach(claim -> byBreakdown
                            .computeIfAbsent(claim.breakdown(), key -> new ArrayList<>())
                            .add(claim));
            if (byBreakdown.isEmpty() && totals) {
                lines.add(TrendLine.without(area));
            }
            byBreakdown.values().forEach(points -> lines.add(line(area, points)));
        }
        return lines;
    }

    private TrendLine line(AreaEntry area, List<Observation> points) {
        Set<String> taken = new HashSet<>();
        List<TrendSegment> segments = TrendSegment.runs(points).stream()
                .map(run -> {
                    String segment = TrendSegment.segmentOf(run);
                    String id = taken.add(segment)
                            ? segment
                            : segment + "@" + run.get(0).period();
                    return new TrendSegment(id, definitions.wording(run), run);
                })
                .toList();
        Observation first = points.get(0);
        return new TrendLine(
                area,
                first.breakdown(),
                first.breakdownLabel(),
                segments,
                changes.of(segments),
                changes.fromMean(segments).orElse(null));
    }

    /** Every place at which a segment of a line starts after another. */
    List<SeriesBreak> breaks(List<TrendLine> lines) {
        List<SeriesBreak> breaks = new ArrayList<>();
        for (TrendLine line : lines) {
            List<TrendSegment> segments = line.segments();
            for (int i = 1; i < segments.size(); i++) {
                TrendSegment segment = segments.get(i);
                breaks.add(new SeriesBreak(
                        line.area(),
                        line.breakdown(),
                        catalogue.period(segment.first().period()).orElseThrow(),
                        definitions.breakReason(segments.subList(0, i), segment)));
            }
        }
        return breaks;
    }
}
