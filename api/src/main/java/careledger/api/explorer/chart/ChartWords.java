package careledger.api.explorer.chart;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.api.explorer.chart.TrendPicture.ChartLine;
import careledger.api.explorer.chart.TrendPicture.ChartPoint;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What charts say in words. */
public final class ChartWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /** Of money: what one child or place costs, and not what an area spends. */
    private ChartWords() {}

    /** As in 31 March 2025. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Whether figures of different places may be set side by side: a number grows with the place. */
    public static boolean comparable(IndicatorEntry indicator) {
        return !ChangeRule.of(indicator).ofWholeArea();
    }

    static String axis(IndicatorEntry indicator) {
        return switch (indicator.unit()) {
            case PERCENT -> "Per cent";
            case PERCENTAGE_POINT -> "Percentage points";
            case COUNT -> "Number";
            case RATE_PER_1K -> "Per 1,000";
            case RATE_PER_10K -> "Per 10,000";
            case RATE_PER_100K -> "Per 100,000";
            case GBP -> "Pounds";
            case DAYS -> "Days";
            case MEAN -> "Average";
            case SCORE -> "Score";
            case RATIO -> "Ratio";
            case INDEX -> "Index";
        };
    }

    static String days(PeriodKind kind, MonthDay day, boolean others) {
        String end = others ? ", unless marked" : "";
        return switch (kind) {
            case SNAPSHOT -> DAY_OF_YEAR.format(day) + " of each year" + end;
            case FINANCIAL_YEAR -> "Years that end on " + DAY_OF_YEAR.format(day) + end;
            case ACADEMIC_YEAR -> "School years that end in the year named" + end;
            case CALENDAR_YEAR -> "Calendar years" + end;
            case QUARTER -> "Each point is at the end of a quarter";
            case MONTH -> "Each point is at the end of a month";
            case MULTI_YEAR, OTHER -> "Each point is at the end of its period";
        };
    }

    /** The shorthand of official statistics for a figure that has no value. */
    static String symbol(Observation point) {
        return switch (point.status()) {
            case CONFIDENTIAL -> "[c]";
            case LOW -> "[low]";
            case UNRELIABLE -> "[u]";
            case NOT_AVAILABLE, NORMAL -> "[x]";
            case NOT_APPLICABLE -> "[z]";
        };
    }

    /** The picture with its text alternative, written from what it shows. */
    static TrendPicture described(TrendPicture picture) {
        List<String> sentences = new ArrayList<>();
        picture.lines().forEach(line -> sentences.add(line(line)));
        if (!picture.range().isEmpty()) {
            TrendPicture.RangePoint last = picture.range().get(picture.range().size() - 1);
            sentences.add("The statistical neighbours ranged from " + figure(last.lowest(), picture) + " to "
                    + figure(last.highest(), picture) + " for " + last.period() + ", with "
                    + figure(last.median(), picture) + " in the middle.");
        }
        picture.targets()
                .forEach(target ->
                        sentences.add("A target of " + target.text() + " was set for " + target.period() + "."));
        if (!picture.flags().isEmpty()) {
            sentences.add("The definition changes at"
                    + picture.flags().stream()
                            .map(flag -> " " + flag.letter() + " (from " + flag.from() + ")")
                            .collect(Collectors.joining(","))
                    + "; no line is drawn across.");
        }
        if (!picture.marks().isEmpty()) {
            sentences.add("There is no figure for "
                    + picture.marks().stream()
                            .map(mark -> mark.period() + " " + mark.text())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return new TrendPicture(
                picture.title(),
                String.join(" ", sentences),
                picture.axisTitle(),
                picture.dayNote(),
                picture.firstYear(),
                picture.month(),
                picture.day(),
                picture.unit(),
                picture.zero(),
                picture.lines(),
                picture.range(),
                picture.targets(),
                picture.flags(),
                picture.marks());
    }

    private static String line(ChartLine line) {
        List<ChartPoint> points = line.points();
        if (points.size() == 1) {
            return line.name() + ": " + said(points.get(0)) + ", the only figure drawn.";
        }
        String pieces = line.pieces().stream()
                .map(piece -> piece.size() == 1
                        ? said(piece.get(0))
                        : said(piece.get(0)) + " to " + said(piece.get(piece.size() - 1)))
                .collect(Collectors.joining("; then "));
        Comparator<ChartPoint> byValue = Comparator.comparingDouble(ChartPoint::value);
        return line.name() + ": " + pieces + ". Highest: "
                + said(points.stream().max(byValue).orElseThrow()) + ". Lowest: "
                + said(points.stream().min(byValue).orElseThrow()) + ".";
    }

    private static String said(ChartPoint point) {
        return point.text() + " " + point.when() + (point.provisional() ? " (provisional)" : "");
    }

    private static String figure(double value, TrendPicture picture) {
        return FigureFormat.figure(value, picture.unit(), 1);
    }
}
