package careledger.api.explorer;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.answers.trend.NeighbourComparison;
import careledger.answers.trend.SeriesBreak;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.FigureRow.Cell;
import careledger.api.explorer.FigureRow.Range;
import careledger.api.explorer.chart.LineNames;
import careledger.api.explorer.chart.TrendPictures;
import careledger.api.explorer.chart.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of the chart as a table, newest first. */
record IndicatorTable(String caption, List<String> columns, boolean ranked, List<FigureRow> rows) {
    static IndicatorTable of(Trend trend, TrendLine first, Window window, PageVisit visit) {
        boolean parts = LineNames.parts(trend);
        LineNames names = new LineNames(trend);
        List<TrendLine> lines = trend.lines().stream()
                .filter(line -> line.equals(first) || !line.points().isEmpty())
                .toList();
        List<String> columns = lines.stream().map(names::of).toList();
        List<NeighbourComparison> comparisons = parts ? List.of() : TrendPictures.ofNewestModel(trend, first);
        String model = comparisons.isEmpty()
                ? ""
                : " beside England and its statistical neighbours (model of "
                        + comparisons.get(0).model() + ")";
        String caption = trend.indicator().title() + ", " + first.area().name() + model;
        return new IndicatorTable(
                caption, columns, !comparisons.isEmpty(), rows(trend, lines, comparisons, window, visit));
    }

    private static List<FigureRow> rows(
            Trend trend, List<TrendLine> lines, List<NeighbourComparison> comparisons, Window window, PageVisit visit) {
        Map<String, NeighbourComparison> byPeriod = new HashMap<>();
        comparisons.forEach(row -> byPeriod.put(row.period().id(), row));
        Map<String, String> letters = lines.isEmpty() ? Map.of() : letters(trend, lines.get(0));
        Map<Moment, Map<Integer, Observation>> byMoment = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < lines.size(); i++) {
            for (Observation point : lines.get(i).points()) {
                byMoment.computeIfAbsent(new Moment(point.periodEnd(), point.period()), key -> new LinkedHashMap<>())
                        .put(i, point);
            }
        }
        List<FigureRow> rows = new ArrayList<>();
        byMoment.forEach((moment, points) -> {
            Observation own = points.getOrDefault(0, points.values().iterator().next());
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                Observation point = points.get(i);
                cells.add(point == null ? Cell.NONE : cell(point));
            }
            NeighbourComparison beside = byPeriod.get(moment.period());
            rows.add(new FigureRow(
                    own.id(),
                    FigurePeriod.label(own),
                    cells,
                    status(points, lines, visit),
                    beside == null ? null : range(beside, trend.indicator()),
                    beside == null ? "" : Words.ordinal(beside.rank()) + " of " + beside.ranked(),
                    source(own, visit),
                    Route.SOURCE.of(own.source()).link(),
                    letters.getOrDefault(own.period(), ""),
                    !window.holds(moment.end())));
        });
        return rows;
    }

    /** A total that is added up has no page: no document prints it. */
    private static Cell cell(Observation point) {
        return new Cell(point.valueText(), derived(point) ? "" : Words.figureLink(point.id()));
    }

    private static boolean derived(Observation point) {
        return point.id().startsWith("derived/");
    }

    /** What is said beside the first value of a row. */
    private static String status(Map<Integer, Observation> points, List<TrendLine> lines, PageVisit visit) {
        Observation own = points.get(0);
        if (own != null) {
            String notice = visit.notices().words(own);
            String status = derived(own) ? "added up" : Words.status(own);
            return status.isEmpty() || notice.isEmpty() ? status + notice : status + ", " + notice;
        }
        TrendLine first = lines.get(0);
        boolean apart = points.keySet().stream()
                .map(lines::get)
                .anyMatch(line ->
                        line.area().equals(first.area()) && line.breakdown().equals(first.breakdown()));
        return apart ? "measured differently" : "no figure";
    }

    private static String source(Observation figure, PageVisit visit) {
        return visit.catalogue()
                .source(figure.source())
                .map(source -> source.publisher() + ", " + source.publishedOn().getYear())
                .orElse(figure.sourceTitle());
    }

    private static Range range(NeighbourComparison row, IndicatorEntry indicator) {
        int decimals = indicator.decimals() + 1;
        return new Range(
                FigureFormat.figure(row.median(), indicator.unit(), decimals),
                FigureFormat.figure(row.lowest(), indicator.unit(), decimals),
                FigureFormat.figure(row.highest(), indicator.unit(), decimals));
    }

    private static Map<String, String> letters(Trend trend, TrendLine line) {
        Map<String, String> letters = new HashMap<>();
        List<SeriesBreak> breaks = TrendPictures.breaksOf(trend, line);
        for (int i = 0; i < breaks.size(); i++) {
            letters.put(breaks.get(i).before().id(), TrendPictures.letter(i));
        }
        return letters;
    }

    /** A period in its place in time. */
    private record Moment(LocalDate end, String period) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byEnd = end.compareTo(other.end);
            return byEnd != 0 ? byEnd : period.compareTo(other.period);
        }
    }
}
