package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.totals.ExhaustiveParts;
import careledger.schema.totals.ExhaustivePartsReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Totals added up from exhaustive parts of a count, for the periods in which every part has a figure of one definition.
 *
 * @param points oldest first, at least one
 */
record AddedTotal(ExhaustiveParts parts, List<Observation> points) {
    /** What the ids of added totals begin with. */
    static final String ID = "derived/total/";

    AddedTotal {
        points = List.copyOf(points);
    }

    static Optional<AddedTotal> of(
            IndicatorEntry indicator, String area, List<MemberFilter> breakdown, List<TrendLine> lines) {
        if (indicator.unit() != Unit.COUNT || breakdown.size() != 1) {
            return Optional.empty();
        }
        return ExhaustivePartsReader.of(indicator.id(), breakdown.get(0).dimension())
                .map(parts -> new AddedTotal(parts, points(parts, area, lines)))
                .filter(total -> !total.points().isEmpty());
    }

    private static List<Observation> points(ExhaustiveParts parts, String area, List<TrendLine> lines) {
        Map<String, List<Observation>> byPeriod = lines.stream()
                .filter(line -> line.area().id().equals(area))
                .flatMap(line -> line.points().stream())
                .filter(point -> point.value() != null
                        && point.qualifier() == null
                        && parts.members()
                                .contains(point.breakdown()
                                        .substring(parts.dimension().length() + 1)))
                .collect(Collectors.groupingBy(
                        point -> point.period() + "|" + point.segment(), TreeMap::new, Collectors.toList()));
        List<Observation> points = new ArrayList<>();
        byPeriod.values().stream()
                .filter(own -> own.size() == parts.members().size())
                .map(AddedTotal::sum)
                .forEach(points::add);
        points.sort(Comparator.comparing(Observation::periodEnd));
        return points;
    }

    private static Observation sum(List<Observation> parts) {
        Observation newest = parts.stream()
                .max(Comparator.comparing(Observation::publishedOn))
                .orElseThrow();
        double value = FigureFormat.exact(
                parts.stream().mapToDouble(Observation::number).sum());
        String id = ID + newest.indicator() + "/" + newest.area() + "/" + newest.period();
        return new Observation(
                id,
                newest.indicator(),
                newest.indicatorTitle(),
                newest.topic(),
                newest.unit(),
                newest.polarity(),
                newest.area(),
                newest.areaName(),
                newest.areaKind(),
                newest.period(),
                newest.periodLabel(),
                newest.periodKind(),
                newest.periodStart(),
                newest.periodEnd(),
                newest.reportingYear(),
                "total",
                "All",
                null,
                null,
                null,
                null,
                null,
                null,
                value,
                FigureFormat.figure(value, newest.unit(), 0),
                null,
                null,
                null,
                null,
                ObsStatus.NORMAL,
                ValueKind.ACTUAL,
                false,
                newest.definition(),
                newest.segment(),
                false,
                null,
                null,
                null,
                null,
                "Added up from " + parts.size() + " parts; no document prints it.",
                newest.source(),
                newest.sourceTitle(),
                "sum of " + parts.size() + " figures",
                null,
                null,
                newest.publishedOn(),
                newest.publishedOnNote(),
                newest.periodPrinted(),
                newest.periodNote(),
                null,
                null,
                false,
                id);
    }

    TrendLine line(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
        return new TrendLines(indicator, catalogue)
                .main(catalogue.area(points.get(0).area()).orElseThrow(), points);
    }

    String rule() {
        return "The total is added up from its " + parts.members().size()
                + " parts, for the periods in which all of them have a figure; no document prints it. "
                + FigureFormat.sentence(parts.reason());
    }
}
