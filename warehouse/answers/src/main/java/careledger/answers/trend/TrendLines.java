package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.UsualPeriods;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationFilter;
import careledger.answers.series.SeriesLine;
import careledger.answers.series.SeriesLines;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes lines of headline figures: lines of each area and breakdown, a segment for each chain of comparable points. */
final class TrendLines {
    private final SeriesLines series;
    private final Definitions definitions;
    private final ChangeJudgement changes;
    private final ReleaseCatalogue catalogue;

    TrendLines(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
        this.series = new SeriesLines(indicator);
        this.definitions = new Definitions(indicator);
        this.changes = new ChangeJudgement(ChangeRule.of(indicator), definitions, catalogue);
        this.catalogue = catalogue;
    }

    /** Whether a claim is a point: what {@code observations} returns by default. */
    static boolean isPoint(Observation claim) {
        return claim.headline() && ObservationFilter.USUAL_KINDS.contains(claim.valueKind());
    }

    /**
     * What a committee means by the figure: of the first area that has any, whole years and days of the year before
     * quarters, and months last. Of several kinds of whole years the one with most points, then the newest.
     */
    static Optional<PeriodKind> usualKind(List<Observation> claims, List<String> areas) {
        for (String area : areas) {
            List<Observation> points = claims.stream()
                    .filter(claim -> isPoint(claim) && claim.area().equals(area))
                    .toList();
            for (List<PeriodKind> kinds : UsualPeriods.FIRST) {
                Optional<PeriodKind> kind = mostPoints(points, kinds);
                if (kind.isPresent()) {
                    return kind;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PeriodKind> mostPoints(List<Observation> points, List<PeriodKind> kinds) {
        Comparator<List<Observation>> most = Comparator.<List<Observation>>comparingInt(List::size)
                .thenComparing(own -> own.stream()
                        .map(Observation::periodEnd)
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        return kinds.stream()
                .map(kind -> points.stream()
                        .filter(point -> point.periodKind() == kind)
                        .toList())
                .filter(own -> !own.isEmpty())
                .max(most)
                .map(own -> own.get(0).periodKind());
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
            byBreakdown.values().stream()
                    .flatMap(points -> series.of(points).stream())
                    .forEach(line -> lines.add(line(area, line)));
        }
        return lines;
    }

    /** The main line of some figures of one series. */
    TrendLine main(AreaEntry area, List<Observation> points) {
        return line(area, series.of(points).get(0));
    }

    private TrendLine line(AreaEntry area, SeriesLine line) {
        List<TrendSegment> segments = line.runs().stream()
                .map(run -> new TrendSegment(TrendSegment.segmentOf(run), definitions.wording(run), run))
                .toList();
        Observation first = segments.get(0).first();
        return new TrendLine(
                area,
                first.breakdown(),
                first.breakdownLabel(),
                line.main(),
                segments,
                changes.of(segments),
                changes.fromMean(segments).orElse(null),
                changes.over(3, segments).orElse(null),
                changes.over(5, segments).orElse(null));
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
                        definitions.reason(segments.get(i - 1).lastMeasured(), segment.first())));
            }
        }
        return breaks;
    }
}
