package careledger.answers.trend;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.MeasureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Judges the latest point of a line against the comparable ones before it: points of its segment, at the same time of
 * year where there are any. Nothing is ever worked out across two segments.
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
        Observation latest = segment.last();
        List<Observation> before = comparable(segment, latest);
        if (latest.value() == null) {
            Observation from = before.isEmpty() ? latest : before.get(before.size() - 1);
            return none(
                    from,
                    latest,
                    Direction.NO_DATA,
                    "No change is given: " + latest.periodLabel() + " has no figure (" + FigureFormat.status(latest)
                            + ").");
        }
        return before.isEmpty() ? withoutOneBefore(segments, latest) : against(before, latest);
    }

    /** Against the level of three before; empty where there are not three. */
    Optional<Change> fromMean(List<TrendSegment> segments) {
        TrendSegment segment = segments.get(segments.size() - 1);
        Observation latest = segment.last();
        return latest.value() == null
                ? Optional.empty()
                : PriorLevel.of(comparable(segment, latest)).map(level -> against(level, latest));
    }

    /** Points with a value before the latest, oldest first: of the same time of year if any, else all. */
    static List<Observation> comparable(TrendSegment segment, Observation latest) {
        List<Observation> before = segment.figures().stream()
                .filter(point -> point.periodEnd().isBefore(latest.periodEnd()))
                .toList();
        List<Observation> sameTime = before.stream()
                .filter(point ->
                        point.periodEnd().getMonth() == latest.periodEnd().getMonth())
                .toList();
        return sameTime.isEmpty() ? before : sameTime;
    }

    private Change withoutOneBefore(List<TrendSegment> segments, Observation latest) {
        TrendSegment segment = segments.get(segments.size() - 1);
        List<TrendSegment> earlier = segments.subList(0, segments.size() - 1).stream()
                .filter(other -> !other.figures().isEmpty())
                .toList();
        if (earlier.isEmpty()) {
            return none(
                    latest,
                    latest,
                    Direction.NO_DATA,
                    "No change is given: " + latest.periodLabel() + " is the only figure of this line.");
        }
        List<Observation> figures = earlier.get(earlier.size() - 1).figures();
        return none(
                figures.get(figures.size() - 1),
                latest,
                Direction.NOT_COMPARABLE,
                "Not comparable: " + definitions.breakReason(earlier, segment)
                        + " Nothing is worked out across the break.");
    }

    private Change none(Observation from, Observation to, Direction direction, String words) {
        return new Change(period(from), period(to), null, null, direction, words);
    }

    private Change against(List<Observation> before, Observation latest) {
        Observation previous = before.get(before.size() - 1);
        double from = previous.number();
        double to = latest.number();
        OptionalDouble worth = SmallCohort.worthOfOne(previous, latest);
        Double percent = rule.percent(from, to);
        List<String> words = new ArrayList<>();
        words.add(latest.valueText() + " (" + latest.periodLabel() + ") against " + previous.valueText() + " ("
                + previous.periodLabel() + "), the comparable figure before: "
                + moved(from, to, decimals(List.of(previous), latest)) + percentWords(percent) + ".");
        TrendGap.between(previous, latest).ifPresent(gap -> words.add(gap.apart()));
        words.add(rule.describe(from, to, worth));
        words.add(rule.polarityWords());
        words.add(PriorLevel.of(before)
                .map(level -> levelWords(level, latest))
                .orElse("There are fewer than three comparable figures before, so no mean of three."));
        chance(previous, latest).ifPresent(words::add);
        return new Change(
                period(previous),
                period(latest),
                FigureFormat.exact(to - from),
                percent,
                rule.direction(from, to, worth),
                String.join(" ", words));
    }

    private Change against(PriorLevel level, Observation latest) {
        double to = latest.number();
        return new Change(
                period(level.three().get(0)),
                period(latest),
                FigureFormat.exact(to - level.value()),
                rule.percent(level.value(), to),
                direction(level, latest),
                levelWords(level, latest) + " "
                        + rule.describe(level.value(), to, SmallCohort.worthOfOne(latest)) + " "
                        + rule.polarityWords());
    }

    private Direction direction(PriorLevel level, Observation latest) {
        return rule.direction(level.value(), latest.number(), SmallCohort.worthOfOne(latest));
    }

    private String levelWords(PriorLevel level, Observation latest) {
        int decimals = decimals(level.three(), latest) + 1;
        return "Against the mean of the three before (" + FigureFormat.figure(level.value(), rule.unit(), decimals)
                + ", "
                + level.three().get(0).periodLabel() + " to "
                + level.three().get(PriorLevel.FIGURES - 1).periodLabel() + ", " + level.description() + "): "
                + moved(level.value(), latest.number(), decimals) + ", " + direction(level, latest) + ".";
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
                        + ". They say how far chance alone moves such a figure from year to year.")
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
