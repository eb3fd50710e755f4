package careledger.answers.trend;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Inexact;
import careledger.answers.judgement.Pair;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.observation.Observation;
import careledger.answers.series.PreviousFigure;
import careledger.schema.catalogue.MeasureKind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the latest point of a line against comparable ones before it: points of its segment, at the same time of year
 * where there are any. Nothing is ever calculated across two segments.
 */
final class ChangeJudgement {
    private final ChangeRule rule;
    private final Definitions definitions;
    private final ReleaseCatalogue catalogue;

    ChangeJudgement(ChangeRule rule, Definitions definitions, ReleaseCatalogue catalogue) {
        this.rule = rule;
        this.definitions = definitions;
        this.catalogue = catalogue;
    }

    /** @param segments of one line, oldest first, at least one */
    Change of(List<TrendSegment> segments) {
        TrendSegment segment = segments.get(segments.size() - 1);
        Observation newest = segment.last();
        if (newest.value() != null) {
            return of(newest, segments);
        }
        String silent = FigurePeriod.name(newest) + " has no figure (" + FigureFormat.status(newest) + ").";
        return lastFigure(segment)
                .map(latest -> of(latest, segments))
                .map(change -> new Change(
                        change.from(),
                        change.to(),
                        change.absolute(),
                        change.percent(),
                        change.direction(),
                        FigureFormat.capital(silent) + " " + change.rule()))
                .orElseGet(() -> none(newest, newest, Direction.NO_DATA, "No change is given: " + silent));
    }

    private Change of(Observation latest, List<TrendSegment> segments) {
        TrendSegment segment = segments.get(segments.size() - 1);
        return PreviousFigure.of(latest, segment.figures())
                .map(previous -> against(previous, segment, latest))
                .orElseGet(() -> withoutOneBefore(segments, latest));
    }

    /** Against the level of three before; empty where there are not three. */
    Optional<Change> fromMean(List<TrendSegment> segments) {
        TrendSegment segment = segments.get(segments.size() - 1);
        Observation latest = segment.last();
        return latest.value() == null || latest.qualifier() != null
                ? Optional.empty()
                : PriorLevel.of(PreviousFigure.comparable(latest, segment.figures()))
                        .map(level -> against(level, latest));
    }

    /** Against the comparable figure of so many years before, of the same month; empty where there is none. */
    Optional<Change> over(int years, List<TrendSegment> segments) {
        TrendSegment segment = segments.get(segments.size() - 1);
        Observation latest = segment.last();
        YearMonth then = YearMonth.from(latest.periodEnd()).minusYears(years);
        return latest.value() == null
                ? Optional.empty()
                : segment.figures().stream()
                        .filter(point -> YearMonth.from(point.periodEnd()).equals(then))
                        .reduce((first, second) -> second)
                        .map(point -> compared(
                                point, latest, "the comparable figure of " + years + " years before", List.of()));
    }

    private Change withoutOneBefore(List<TrendSegment> segments, Observation latest) {
        TrendSegment segment = segments.get(segments.size() - 1);
        Optional<Observation> older =
                PreviousFigure.comparable(latest, segment.figures()).stream().reduce((first, second) -> second);
        if (older.isPresent()) {
            return none(
                    older.get(),
                    latest,
                    Direction.NO_DATA,
                    "No change is given: the newest comparable figure before, "
                            + TrendPhrases.dated(older.get()) + ", is more than " + PreviousFigure.LONGEST_GAP_MONTHS
                            + " months older.");
        }
        List<TrendSegment> earlier = segments.subList(0, segments.size() - 1);
        return earlier.stream()
                .reduce((first, second) -> second)
                .flatMap(ChangeJudgement::lastFigure)
                .map(before -> none(
                        before,
                        latest,
                        Direction.NOT_COMPARABLE,
                        "Not comparable with " + TrendPhrases.dated(before) + ": "
                                + definitions.reason(before, latest)))
                .orElseGet(() -> none(
                        latest,
                        latest,
                        Direction.NO_DATA,
                        "No change is given: there is no comparable figure before " + FigurePeriod.name(latest) + "."));
    }

    private static Optional<Observation> lastFigure(TrendSegment segment) {
        return segment.figures().stream().reduce((first, second) -> second);
    }

    private Change none(Observation from, Observation to, Direction direction, String words) {
        return new Change(period(from), period(to), null, null, direction, words);
    }

    private Change against(Observation previous, TrendSegment segment, Observation latest) {
        List<String> more = new ArrayList<>();
        PriorLevel.of(PreviousFigure.comparable(latest, segment.figures()))
                .ifPresent(level -> more.add(levelWords(level, latest)));
        chance(previous, latest).ifPresent(more::add);
        return compared(previous, latest, "the previous comparable figure", more);
    }

    private Change compared(Observation previous, Observation latest, String name, List<String> more) {
        Optional<String> inexact = Inexact.reason(previous, latest);
        if (inexact.isPresent()) {
            return none(previous, latest, Direction.NOT_COMPARABLE, inexact.get());
        }
        Pair pair = Pair.of(previous, latest);
        Double percent = rule.percent(pair.from(), pair.to());
        List<String> words = new ArrayList<>();
        words.add(TrendPhrases.dated(latest) + " against " + TrendPhrases.dated(previous) + ", " + name + ": "
                + moved(pair.from(), pair.to(), decimals(List.of(previous), latest)) + percentWords(percent) + ".");
        words.add(rule.describe(pair));
        words.add(rule.polarityWords());
        words.addAll(more);
        return new Change(
                period(previous),
                period(latest),
                FigureFormat.exact(pair.to() - pair.from()),
                percent,
                rule.direction(pair),
                String.join(" ", words));
    }

    private Change against(PriorLevel level, Observation latest) {
        Pair pair = Pair.level(level.value(), latest);
        return new Change(
                period(level.three().get(0)),
                period(latest),
                FigureFormat.exact(pair.to() - pair.from()),
                rule.percent(pair.from(), pair.to()),
                rule.direction(pair),
                levelWords(level, latest) + " " + rule.describe(pair) + " " + rule.polarityWords());
    }

    private String levelWords(PriorLevel level, Observation latest) {
        int decimals = decimals(level.three(), latest) + 1;
        return "Against the mean of the three before (" + FigureFormat.figure(level.value(), rule.unit(), decimals)
                + ", "
                + FigurePeriod.label(level.three().get(0)) + " to "
                + FigurePeriod.label(level.three().get(PriorLevel.FIGURES - 1)) + ", " + level.description() + "): "
                + moved(level.value(), latest.number(), decimals) + ", "
                + rule.direction(Pair.level(level.value(), latest)).word() + ".";
    }

    /** What chance alone may do: one child of a small cohort, the limits where there are any, no test on stocks. */
    private Optional<String> chance(Observation previous, Observation latest) {
        List<String> words = new ArrayList<>();
        if (SmallCohort.isSmall(latest)) {
            double size = SmallCohort.size(latest).orElseThrow();
            words.add("The latest share is of " + FigureFormat.number(size, 0) + ": " + rule.one()
                    + " more or less moves it by " + FigureFormat.amount(100 / size, rule.unit(), 1) + ".");
        }
        Limits.of(latest)
                .map(limits -> limits.describe()
                        + Limits.of(previous).map(l -> ", before " + l.range()).orElse("")
                        + ". They show how far chance alone moves such a figure from year to year.")
                .ifPresent(words::add);
        if (rule.measure() == MeasureKind.STOCK) {
            words.add("No test is made on a count of one day: most of the same children are counted again.");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private String moved(double from, double to, int decimals) {
        double difference = FigureFormat.exact(to - from);
        return difference == 0
                ? "the same"
                : FigureFormat.amount(difference, rule.unit(), decimals) + (difference > 0 ? " higher" : " lower");
    }

    private static String percentWords(@Nullable Double percent) {
        return percent == null || percent == 0 ? "" : " (" + FigureFormat.number(Math.abs(percent), 1) + "%)";
    }

    private static int decimals(List<Observation> before, Observation latest) {
        int most = before.stream().mapToInt(FigureFormat::decimals).max().orElse(0);
        return Math.max(most, FigureFormat.decimals(latest));
    }

    private PeriodEntry period(Observation point) {
        return catalogue.period(point.period()).orElseThrow();
    }
}
