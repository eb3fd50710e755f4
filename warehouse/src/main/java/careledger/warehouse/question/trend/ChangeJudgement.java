package careledger.warehouse.question.trend;

import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule;
import careledger.schema.change.SteadyRules;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.catalogue.PeriodEntry;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the latest point of a line against the comparable ones before it: points of its segment, at the same time of
 * year where there are any. Nothing is ever worked out across two segments.
 */
final class ChangeJudgement {
    /** Shares of fewer than these are said with what one of them is worth. */
    static final double SMALL_COHORT = 50;

    private static final int YEARS_OF_MEAN = 3;

    private final IndicatorEntry indicator;
    private final ReleaseCatalogue catalogue;
    private final SteadyRule steady;

    ChangeJudgement(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
        this.indicator = indicator;
        this.catalogue = catalogue;
        this.steady = SteadyRules.of(indicator.unit());
    }

    /** @param points of one line, oldest first, at least one */
    Change of(List<Observation> points, Map<String, List<Observation>> bySegment) {
        Observation latest = points.get(points.size() - 1);
        List<Observation> segment = bySegment.getOrDefault(latest.segment(), List.of());
        List<Observation> before = comparable(segment, latest);
        if (latest.value() == null) {
            Observation from = before.isEmpty() ? latest : before.get(before.size() - 1);
            return none(
                    from,
                    latest,
                    Direction.NO_DATA,
                    "No change is given: " + latest.periodLabel() + " has no figure (" + status(latest) + ").");
        }
        if (before.isEmpty()) {
            return points.stream()
                    .filter(point -> point.value() != null && !point.segment().equals(latest.segment()))
                    .reduce((first, second) -> second)
                    .map(other -> acrossBreak(other, latest))
                    .orElseGet(() -> none(
                            latest,
                            latest,
                            Direction.NO_DATA,
                            "No change is given: " + latest.periodLabel() + " is the only figure of this line."));
        }
        return against(before, latest);
    }

    /** Points with a value before the latest, oldest first: of the same time of year if any, else all. */
    static List<Observation> comparable(List<Observation> segment, Observation latest) {
        List<Observation> before = segment.stream()
                .filter(point -> point.value() != null && point.periodEnd().isBefore(latest.periodEnd()))
                .toList();
        List<Observation> sameTime = before.stream()
                .filter(point ->
                        point.periodEnd().getMonth() == latest.periodEnd().getMonth())
                .toList();
        return sameTime.isEmpty() ? before : sameTime;
    }

    static String status(Observation point) {
        return switch (point.status()) {
            case NORMAL -> "there is none";
            case CONFIDENTIAL -> "[c] suppressed to protect individuals";
            case LOW -> "[low] rounds to zero";
            case UNRELIABLE -> "[u] too few to be reliable";
            case NOT_AVAILABLE -> "[x] not available";
            case NOT_APPLICABLE -> "[z] not applicable";
        };
    }

    private Change acrossBreak(Observation other, Observation latest) {
        return none(
                other,
                latest,
                Direction.NOT_COMPARABLE,
                "Not comparable: " + new TrendLines(indicator, catalogue).reason(other, latest));
    }

    private Change none(Observation from, Observation to, Direction direction, String rule) {
        return new Change(period(from), period(to), null, null, direction, rule);
    }

    private Change against(List<Observation> before, Observation latest) {
        Observation previous = before.get(before.size() - 1);
        double from = value(previous);
        double to = value(latest);
        double absolute = TrendWords.exact(to - from);
        Double percent = steady.percentChange() && from != 0 ? TrendWords.exact(100 * (to - from) / from) : null;
        List<String> words = new ArrayList<>();
        words.add(latest.valueText() + " (" + latest.periodLabel() + ") against " + previous.valueText() + " ("
                + previous.periodLabel() + "), the comparable figure before: " + difference(from, to, before, latest)
                + percentWords(percent) + ".");
        words.add(toleranceWords());
        words.add(polarityWords());
        mean(before, latest).ifPresent(words::add);
        smallCohort(latest).ifPresent(words::add);
        return new Change(
                period(previous), period(latest), absolute, percent, direction(from, to), String.join(" ", words));
    }

    Direction direction(double from, double to) {
        if (steady.steady(from, to)) {
            return Direction.STEADY;
        }
        boolean higher = to > from;
        return switch (indicator.polarity()) {
            case NONE -> higher ? Direction.HIGHER : Direction.LOWER;
            case HIGH_IS_GOOD -> higher ? Direction.BETTER : Direction.WORSE;
            case LOW_IS_GOOD -> higher ? Direction.WORSE : Direction.BETTER;
        };
    }

    private Optional<String> mean(List<Observation> before, Observation latest) {
        if (before.size() < YEARS_OF_MEAN) {
            return Optional.of("There are fewer than three comparable figures before, so no mean of three.");
        }
        List<Observation> three = before.subList(before.size() - YEARS_OF_MEAN, before.size());
        double mean =
                three.stream().mapToDouble(ChangeJudgement::value).average().orElseThrow();
        double to = value(latest);
        return Optional.of("Against the mean of the three before ("
                + TrendWords.figure(mean, indicator.unit(), decimals(three, latest) + 1) + ", "
                + three.get(0).periodLabel() + " to " + three.get(2).periodLabel() + "): "
                + difference(mean, to, three, latest, 1) + ", " + direction(mean, to) + ".");
    }

    private Optional<String> smallCohort(Observation latest) {
        Double size = latest.denominator();
        return indicator.unit() == Unit.PERCENT && size != null && size > 0 && size < SMALL_COHORT
                ? Optional.of("The latest share is of " + TrendWords.number(size, 0) + ": one more or less moves it by "
                        + TrendWords.amount(100 / size, Unit.PERCENT, 1) + ".")
                : Optional.empty();
    }

    private String difference(double from, double to, List<Observation> before, Observation latest) {
        return difference(from, to, List.of(before.get(before.size() - 1)), latest, 0);
    }

    private String difference(double from, double to, List<Observation> before, Observation latest, int more) {
        double difference = to - from;
        String amount = TrendWords.amount(difference, indicator.unit(), decimals(before, latest) + more);
        return difference == 0 ? "the same" : amount + (difference > 0 ? " higher" : " lower");
    }

    private static String percentWords(@Nullable Double percent) {
        return percent == null || percent == 0 ? "" : " (" + TrendWords.number(Math.abs(percent), 1) + "%)";
    }

    private String toleranceWords() {
        String allowed = steady.by() == SteadyRule.Distance.ABSOLUTE
                ? TrendWords.amount(steady.tolerance(), indicator.unit(), 2)
                : TrendWords.number(steady.tolerance(), 2) + "%";
        return "Rule steady/" + indicator.unit() + ": within " + allowed + " is steady. " + steady.reason();
    }

    private String polarityWords() {
        return indicator.polarity() == Polarity.NONE
                ? "Neither higher nor lower is held to be better."
                : indicator.polarity() == Polarity.HIGH_IS_GOOD ? "Higher is better." : "Lower is better.";
    }

    private static int decimals(List<Observation> before, Observation latest) {
        int most = before.stream().mapToInt(TrendWords::decimals).max().orElse(0);
        return Math.max(most, TrendWords.decimals(latest));
    }

    private PeriodEntry period(Observation point) {
        return catalogue.period(point.period()).orElseThrow();
    }

    static double value(Observation point) {
        Double value = point.value();
        if (value == null) {
            throw new IllegalArgumentException("claim '" + point.id() + "' has no value");
        }
        return value;
    }
}
