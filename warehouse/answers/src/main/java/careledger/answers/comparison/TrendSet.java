package careledger.answers.comparison;

import careledger.answers.judgement.FigureFormat;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.schema.catalogue.Unit;
import careledger.schema.period.PeriodKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Several indicators for one drawing.
 *
 * @param trends in the order asked for
 * @param axes one for each unit
 * @param notes what a reader must know before comparing the lines
 */
public record TrendSet(List<Trend> trends, List<Axis> axes, List<String> notes, String dataVersion) {
    public TrendSet {
        trends = List.copyOf(trends);
        axes = List.copyOf(axes);
        notes = List.copyOf(notes);
    }

    /**
     * A scale that lines may share.
     *
     * @param indicators ids, in the order asked for
     */
    public record Axis(Unit unit, List<String> indicators) {
        public Axis {
            indicators = List.copyOf(indicators);
        }
    }

    public static TrendSet of(List<Trend> trends, String dataVersion) {
        Map<Unit, List<String>> byUnit = new LinkedHashMap<>();
        trends.forEach(trend -> byUnit.computeIfAbsent(trend.indicator().unit(), unit -> new ArrayList<>())
                .add(trend.indicator().id()));
        List<Axis> axes = byUnit.entrySet().stream()
                .map(entry -> new Axis(entry.getKey(), entry.getValue()))
                .toList();
        List<String> notes = new ArrayList<>();
        if (axes.size() > 1) {
            notes.add("These measures have " + axes.size()
                    + " units, so their lines need a scale each, and a distance between them means nothing.");
        }
        Set<PeriodKind> kinds = new TreeSet<>();
        trends.forEach(trend -> trend.lines().stream()
                .map(TrendLine::points)
                .flatMap(List::stream)
                .forEach(point -> kinds.add(point.periodKind())));
        if (kinds.size() > 1) {
            notes.add("The figures are of different kinds of period ("
                    + kinds.stream()
                            .map(kind -> kind.name().toLowerCase(Locale.UK).replace('_', ' '))
                            .collect(Collectors.joining(", "))
                    + "), so points that lie next to each other are not of the same time.");
        }
        trends.stream()
                .filter(trend ->
                        trend.lines().stream().allMatch(line -> line.points().isEmpty()))
                .forEach(trend -> notes.add(
                        FigureFormat.sentence(trend.indicator().title() + " has no line: " + trend.headline())));
        return new TrendSet(trends, axes, notes, dataVersion);
    }

    /** How many figures it shows. */
    public int size() {
        return trends.stream().mapToInt(Trend::size).sum();
    }
}
