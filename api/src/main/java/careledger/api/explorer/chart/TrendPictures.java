package careledger.api.explorer.chart;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.answers.trend.NeighbourComparison;
import careledger.answers.trend.SeriesBreak;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.chart.TrendPicture.ChartLine;
import careledger.api.explorer.chart.TrendPicture.ChartPoint;
import careledger.api.explorer.chart.TrendPicture.Flag;
import careledger.api.explorer.chart.TrendPicture.Mark;
import careledger.api.explorer.chart.TrendPicture.RangePoint;
import careledger.api.explorer.chart.TrendPicture.Role;
import careledger.api.explorer.chart.TrendPicture.Target;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes of a trend what its chart shows: where lines end, where flags are, what is hollow. */
public final class TrendPictures {
    /** Between figures that are further apart no line is drawn. */
    private static final int MONTHS = 18;

    private static final int FLAG_MONTHS = 6;
    private static final int MOST_LINES = 4;

    private static final List<Role> ROLES = List.of(Role.FOCUS, Role.OTHER, Role.FOURTH, Role.FIFTH);

    private final Trend trend;
    private final Window window;
    private final String country;
    private final List<TrendLine> focus;
    private final Optional<MonthDay> usualDay;
    private final LineNames names;

    private TrendPictures(Trend trend, Window window, String country) {
        this.trend = trend;
        this.window = window;
        this.country = country;
        this.focus = ofFirstArea(trend);
        this.usualDay = usualDay(points(focus));
        this.names = new LineNames(trend);
    }

    /**
     * @param country code of the area that is drawn as the country
     * @param zero whether the axis starts at zero in any case
     */
    public static TrendPicture of(Trend trend, Window window, String country, boolean zero) {
        return new TrendPictures(trend, window, country).picture(zero);
    }

    /** One picture for each line of the first area, for more lines than one chart can hold. */
    public static List<TrendPicture> each(Trend trend, Window window) {
        TrendPictures all = new TrendPictures(trend, window, "");
        return all.focus.stream().map(line -> all.picture(List.of(line), true)).toList();
    }

    /** Whether the lines of the first area fit into one chart. */
    public static boolean fits(Trend trend) {
        return ofFirstArea(trend).stream()
                        .filter(line -> line.points().stream().anyMatch(point -> point.value() != null))
                        .count()
                <= MOST_LINES;
    }

    private static List<TrendLine> ofFirstArea(Trend trend) {
        return trend.lines().stream()
                .filter(line -> line.area().equals(trend.lines().get(0).area()))
                .toList();
    }

    private TrendPicture picture(boolean zero) {
        return picture(LineNames.parts(trend) ? focus : trend.lines(), zero);
    }

    private TrendPicture picture(List<TrendLine> lines, boolean zero) {
        IndicatorEntry indicator = trend.indicator();
        List<ChartLine> drawn = new ArrayList<>();
        int others = 0;
        for (TrendLine line : lines) {
            boolean own = focus.contains(line);
            Role role = line.area().id().equals(country) && !own
                    ? Role.COUNTRY
                    : ROLES.get(Math.min(others++, ROLES.size() - 1));
            List<List<ChartPoint>> pieces = pieces(line);
            if (!pieces.isEmpty()) {
                drawn.add(new ChartLine(names.of(line), role, pieces));
            }
        }
        TrendLine first = lines.get(0);
        boolean alone = lines.stream().filter(focus::contains).allMatch(line -> line.breakdown()
                .equals(first.breakdown()));
        PeriodKind kind =
                points(lines).stream().map(Observation::periodKind).findFirst().orElse(PeriodKind.SNAPSHOT);
        MonthDay day = usualDay.orElse(MonthDay.of(3, 31));
        TrendPicture bare = new TrendPicture(
                title(first, alone),
                "",
                ChartWords.axis(indicator),
                ChartWords.days(kind, day, otherDays(lines)),
                kind == PeriodKind.FINANCIAL_YEAR || kind == PeriodKind.ACADEMIC_YEAR,
                day.getMonthValue(),
                day.getDayOfMonth(),
                indicator.unit(),
                zero,
                drawn,
                alone ? range(first) : List.of(),
                alone ? targets(first) : List.of(),
                alone ? flags(first) : List.of(),
                alone ? marks(first) : List.of());
        return ChartWords.described(bare);
    }

    private String title(TrendLine line, boolean alone) {
        if (alone && LineNames.parts(trend)) {
            return names.of(line) + ", " + line.area().name();
        }
        return trend.indicator().title() + ", " + line.area().name();
    }

    /** Runs of figures that may be joined: of one segment, with no empty point and no long gap between. */
    private List<List<ChartPoint>> pieces(TrendLine line) {
        List<List<ChartPoint>> pieces = new ArrayList<>();
        line.segments().forEach(segment -> {
            List<ChartPoint> piece = new ArrayList<>();
            for (Observation point : segment.points()) {
                if (!window.holds(point)) {
                    continue;
                }
                boolean apart =
                        !piece.isEmpty() && far(piece.get(piece.size() - 1).at(), point.periodEnd());
                if (point.value() == null || apart) {
                    add(pieces, piece);
                    piece = new ArrayList<>();
                }
                if (point.value() != null) {
                    piece.add(point(point));
                }
            }
            add(pieces, piece);
        });
        return pieces;
    }

    private static void add(List<List<ChartPoint>> pieces, List<ChartPoint> piece) {
        if (!piece.isEmpty()) {
            pieces.add(List.copyOf(piece));
        }
    }

    private ChartPoint point(Observation figure) {
        return new ChartPoint(
                figure.id(),
                figure.periodEnd(),
                figure.number(),
                figure.valueText(),
                FigurePeriod.describe(figure),
                otherDay(figure),
                figure.valueKind() == ValueKind.PROVISIONAL);
    }

    private boolean otherDay(Observation figure) {
        return usualDay.filter(day -> !MonthDay.from(figure.periodEnd()).equals(day))
                .isPresent();
    }

    private boolean otherDays(List<TrendLine> lines) {
        return points(lines).stream().filter(window::holds).anyMatch(this::otherDay);
    }

    private List<RangePoint> range(TrendLine line) {
        List<List<ChartPoint>> pieces = pieces(line);
        Map<LocalDate, Integer> pieceOf = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (ChartPoint point : pieces.get(i)) {
                pieceOf.put(point.at(), i);
            }
        }
        List<RangePoint> range = new ArrayList<>();
        int before = -1;
        for (NeighbourComparison row : ofNewestModel(trend, line)) {
            LocalDate at = row.period().end();
            Integer piece = pieceOf.get(at);
            if (piece != null && row.breakdown().equals(line.breakdown())) {
                boolean joined =
                        piece == before && !far(range.get(range.size() - 1).at(), at);
                range.add(new RangePoint(
                        at, FigurePeriod.name(row.period()), row.lowest(), row.median(), row.highest(), joined));
                before = piece;
            }
        }
        return range;
    }

    /** The comparisons of a line by the newest model, oldest first; none where numbers of places are not compared. */
    public static List<NeighbourComparison> ofNewestModel(Trend trend, TrendLine line) {
        if (!ChartWords.comparable(trend.indicator())) {
            return List.of();
        }
        return trend.comparators().stream()
                .filter(row -> row.newestModel()
                        && row.breakdown().equals(line.breakdown())
                        && line.points().stream().anyMatch(point -> isOf(row, point)))
                .sorted(Comparator.comparing(row -> row.period().end()))
                .toList();
    }

    /** Lines of one area under two definitions may each have a comparison for a period. */
    private static boolean isOf(NeighbourComparison row, Observation point) {
        Double value = point.value();
        return value != null
                && value == row.value()
                && point.period().equals(row.period().id());
    }

    private List<Target> targets(TrendLine line) {
        return trend.targets().stream()
                .filter(target -> target.breakdown().equals(line.breakdown())
                        && window.holds(target.period().end()))
                .map(target -> new Target(
                        target.period().kind() == PeriodKind.SNAPSHOT
                                ? target.period().end()
                                : target.period().start(),
                        target.period().end(),
                        target.value(),
                        target.valueText(),
                        target.periodText()))
                .toList();
    }

    private List<Flag> flags(TrendLine line) {
        List<Flag> flags = new ArrayList<>();
        List<SeriesBreak> breaks = breaksOf(trend, line);
        for (int i = 0; i < breaks.size(); i++) {
            LocalDate first = breaks.get(i).before().end();
            Optional<LocalDate> before = points(List.of(line)).stream()
                    .filter(point -> point.value() != null)
                    .map(Observation::periodEnd)
                    .filter(day -> day.isBefore(first))
                    .max(Comparator.naturalOrder());
            if (window.holds(first) && before.filter(window::holds).isPresent()) {
                flags.add(new Flag(
                        place(before.orElseThrow(), first),
                        letter(i),
                        FigurePeriod.name(breaks.get(i).before())));
            }
        }
        return flags;
    }

    /** Halfway to the first figure that differs, and no more than six months before it. */
    private static LocalDate place(LocalDate before, LocalDate first) {
        LocalDate half = before.plusDays(ChronoUnit.DAYS.between(before, first) / 2);
        LocalDate earliest = first.minusMonths(FLAG_MONTHS);
        return half.isBefore(earliest) ? earliest : half;
    }

    /** The breaks of a line, oldest first; their letters follow this order. */
    public static List<SeriesBreak> breaksOf(Trend trend, TrendLine line) {
        return trend.breaks().stream()
                .filter(one -> one.area().id().equals(line.area().id())
                        && one.breakdown().equals(line.breakdown())
                        && line.segments().stream().skip(1).anyMatch(segment -> segment.points()
                                .get(0)
                                .period()
                                .equals(one.before().id())))
                .sorted(Comparator.comparing(one -> one.before().end()))
                .toList();
    }

    /** A for the first, AA after Z. */
    public static String letter(int place) {
        String letter = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? letter : letter(place / 26 - 1) + letter;
    }

    private List<Mark> marks(TrendLine line) {
        return points(List.of(line)).stream()
                .filter(point -> point.value() == null && window.holds(point))
                .map(point ->
                        new Mark(point.periodEnd(), FigurePeriod.name(point), ChartWords.symbol(point), point.id()))
                .toList();
    }

    private static List<Observation> points(List<TrendLine> lines) {
        return lines.stream().flatMap(line -> line.points().stream()).toList();
    }

    private static boolean far(LocalDate before, LocalDate after) {
        return ChronoUnit.MONTHS.between(before, after) > MONTHS;
    }

    /** The day of the year on which most points are; none where there are several a year. */
    private static Optional<MonthDay> usualDay(List<Observation> points) {
        boolean parts = points.stream()
                .anyMatch(point -> point.periodKind() == PeriodKind.QUARTER || point.periodKind() == PeriodKind.MONTH);
        if (parts || points.isEmpty()) {
            return Optional.empty();
        }
        Map<MonthDay, Long> counts = points.stream()
                .map(point -> MonthDay.from(point.periodEnd()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<MonthDay, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
