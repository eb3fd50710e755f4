package careledger.warehouse.question.trend;

import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.warehouse.question.catalogue.AreaEntry;
import careledger.warehouse.question.catalogue.DefinitionEntry;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.question.observation.ObservationFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes lines of headline figures: a line an area and breakdown, a segment a run of comparable definitions. */
final class TrendLines {
    private final IndicatorEntry indicator;
    private final ReleaseCatalogue catalogue;

    TrendLines(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
        this.indicator = indicator;
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
                lines.add(new TrendLine(area, "total", "All", List.of(), null));
            }
            byBreakdown.values().forEach(points -> lines.add(line(area, points)));
        }
        return lines;
    }

    private TrendLine line(AreaEntry area, List<Observation> points) {
        Map<String, List<Observation>> bySegment = new LinkedHashMap<>();
        points.forEach(point -> bySegment
                .computeIfAbsent(point.segment(), id -> new ArrayList<>())
                .add(point));
        List<TrendSegment> segments = bySegment.entrySet().stream()
                .map(entry -> new TrendSegment(entry.getKey(), wording(entry.getValue()), entry.getValue()))
                .toList();
        Observation first = points.get(0);
        return new TrendLine(
                area,
                first.breakdown(),
                first.breakdownLabel(),
                segments,
                new ChangeJudgement(indicator, catalogue).of(points, bySegment));
    }

    private String wording(List<Observation> points) {
        return points.stream()
                .map(Observation::definition)
                .distinct()
                .map(id -> definition(id).map(DefinitionEntry::text).orElse(id))
                .collect(Collectors.joining(" Then, comparable: "));
    }

    /** Every place in a line where a point is not comparable with the one before it in time. */
    List<SeriesBreak> breaks(List<TrendLine> lines) {
        List<SeriesBreak> breaks = new ArrayList<>();
        for (TrendLine line : lines) {
            List<Observation> points = line.points();
            for (int i = 1; i < points.size(); i++) {
                Observation before = points.get(i - 1);
                Observation after = points.get(i);
                if (!before.segment().equals(after.segment())) {
                    breaks.add(new SeriesBreak(
                            line.area(),
                            line.breakdown(),
                            catalogue.period(after.period()).orElseThrow(),
                            reason(before, after)));
                }
            }
        }
        return breaks;
    }

    /** Why two points are not comparable: what the later definition says against the one before it, or both texts. */
    String reason(Observation before, Observation after) {
        List<String> order =
                indicator.definitions().stream().map(DefinitionEntry::id).toList();
        boolean next = order.indexOf(after.definition()) == order.indexOf(before.definition()) + 1;
        Optional<String> stated =
                definition(after.definition()).map(DefinitionEntry::breakReason).filter(reason -> next);
        return stated.orElseGet(() -> "The definition differs. Before: " + text(before) + " From here: " + text(after));
    }

    private String text(Observation point) {
        return TrendWords.sentence(
                definition(point.definition()).map(DefinitionEntry::text).orElse(point.definition()));
    }

    private Optional<DefinitionEntry> definition(String id) {
        return indicator.definitions().stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst();
    }

    /** Targets of an area, each for its own period. */
    List<TargetPoint> targets(List<Observation> claims, String area) {
        return claims.stream()
                .filter(claim -> claim.headline()
                        && claim.valueKind() == ValueKind.TARGET
                        && claim.area().equals(area))
                .sorted(TrendLine.BY_TIME)
                .flatMap(claim -> Optional.ofNullable(claim.value()).stream()
                        .map(value -> new TargetPoint(
                                catalogue.period(claim.period()).orElseThrow(),
                                value,
                                claim.valueText(),
                                claim.definition(),
                                claim.sourceTitle())))
                .toList();
    }
}
