package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import careledger.answers.series.PreviousFigure;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The main message of a line: what is happening now, then the most recent turning point, then the whole comparable span.
 * It is about the segment that holds the latest figure.
 */
final class TrendHeadline {
    private static final Comparator<Observation> BY_VALUE = Comparator.comparingDouble(Observation::number);
    private static final int LONG_GAP_MONTHS = 36;

    /** A change from fewer than these is not given in percent: 2 to 24 is no "rise of 1,100%" that helps a reader. */
    private static final double FEW = 20;

    private final IndicatorEntry indicator;
    private final ChangeRule rule;
    private final TrendLine line;
    private final List<Observation> figures;

    TrendHeadline(IndicatorEntry indicator, TrendLine line) {
        this.indicator = indicator;
        this.rule = ChangeRule.of(indicator);
        this.line = line;
        this.figures = line.segments().stream()
                .map(TrendSegment::figures)
                .filter(own -> !own.isEmpty())
                .reduce((first, second) -> second)
                .orElse(List.of());
    }

    /** The whole message. */
    String sentences() {
        if (figures.isEmpty()) {
            return subject() + " has no published figure" + why() + ".";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(subject() + " was " + latest().valueText() + " " + TrendPhrases.when(latest()) + against() + ".");
        slowly().ifPresent(sentences::add);
        turningPoint().ifPresent(sentences::add);
        span().ifPresent(sentences::add);
        extremes(true).ifPresent(sentences::add);
        TrendGap.longest(figures).ifPresent(gap -> sentences.add("There is no figure " + gap.between() + "."));
        silent().ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** The message in parts. */
    TrendSummary parts(Optional<String> comparison) {
        if (figures.isEmpty()) {
            return TrendSummary.only("No figure has been published" + why() + ".");
        }
        String now = latest().valueText() + " " + TrendPhrases.when(latest()) + against() + ".";
        return new TrendSummary(
                TrendSummary.fitted(now),
                turningPoint().map(TrendSummary::fitted).orElse(null),
                comparison.map(TrendSummary::fitted).orElse(null),
                extremes(false).map(TrendSummary::fitted).orElse(null),
                earlier().map(TrendSummary::fitted).orElse(null));
    }

    private Observation latest() {
        return figures.get(figures.size() - 1);
    }

    /** "In Leicestershire, the share of ...". */
    private String subject() {
        String breakdown = line.breakdown().equals("total") ? "" : " (" + line.breakdownLabel() + ")";
        return TrendPhrases.capital(TrendPhrases.where(line.area())) + ", " + TrendSubject.of(indicator) + breakdown;
    }

    private String why() {
        List<Observation> points = line.points();
        return points.isEmpty() ? "" : " (" + FigureFormat.status(points.get(points.size() - 1)) + ")";
    }

    /** The comparable change with its verdict, or why there is none. */
    private String against() {
        Optional<Observation> previous = PreviousFigure.of(latest(), figures);
        if (previous.isPresent()) {
            return ", " + moved(previous.get(), latest()) + verdict(Pair.of(previous.get(), latest()));
        }
        Optional<Observation> older = figures.stream()
                .filter(point -> point.periodEnd().isBefore(latest().periodEnd()))
                .reduce((first, second) -> second);
        if (older.isPresent()) {
            return "; the comparable figure before it is older: " + TrendPhrases.dated(older.get());
        }
        return before().isEmpty()
                ? ", the only comparable figure published"
                : ", not comparable with the figures before, which were measured differently";
    }

    /** "31 fewer (4.3%) than on 31 March 2024 (725)". */
    private String moved(Observation from, Observation to) {
        Pair pair = Pair.of(from, to);
        String then = TrendPhrases.when(from) + " (" + from.valueText() + ")";
        double difference = pair.to() - pair.from();
        if (difference == 0) {
            return "the same as " + TrendPhrases.when(from);
        }
        if (rule.level(pair)) {
            return "much the same as " + then;
        }
        Double percent = rule.percent(pair.from(), pair.to());
        return amount(from, to) + (difference > 0 ? more() : less())
                + (percent == null || (indicator.unit() == Unit.COUNT && pair.from() < FEW)
                        ? ""
                        : " (" + FigureFormat.number(Math.abs(percent), 1) + "%)")
                + " than " + then;
    }

    private String more() {
        return counted() ? " more" : " higher";
    }

    private String less() {
        return switch (indicator.unit()) {
            case COUNT, DAYS -> " fewer";
            case GBP -> " less";
            default -> " lower";
        };
    }

    private boolean counted() {
        return indicator.unit() == Unit.COUNT || indicator.unit() == Unit.DAYS || indicator.unit() == Unit.GBP;
    }

    private String amount(Observation from, Observation to) {
        int decimals = Math.max(FigureFormat.decimals(from), FigureFormat.decimals(to));
        return FigureFormat.amount(to.number() - from.number(), indicator.unit(), decimals);
    }

    private String verdict(Pair pair) {
        Direction direction = rule.direction(pair);
        return direction == Direction.BETTER
                ? ", which is better"
                : direction == Direction.WORSE ? ", which is worse" : "";
    }

    /** Small steps that each count as level but add up over three or five years. */
    private Optional<String> slowly() {
        Optional<Observation> previous = PreviousFigure.of(latest(), figures);
        if (previous.isEmpty() || !rule.level(Pair.of(previous.get(), latest()))) {
            return Optional.empty();
        }
        return Optional.ofNullable(line.changeOverThreeYears())
                .filter(TrendHeadline::isMove)
                .map(change -> over("three", change))
                .or(() -> Optional.ofNullable(line.changeOverFiveYears())
                        .filter(TrendHeadline::isMove)
                        .map(change -> over("five", change)));
    }

    private static boolean isMove(Change change) {
        return change.direction() != Direction.STEADY;
    }

    private String over(String years, Change change) {
        Observation then = figures.stream()
                .filter(point -> point.period().equals(change.from().id()))
                .findFirst()
                .orElseThrow();
        return "Over " + years + " years it is " + moved(then, latest()) + verdict(Pair.of(then, latest())) + ".";
    }

    private Optional<String> turningPoint() {
        List<Observation> comparable = new ArrayList<>(PreviousFigure.comparable(latest(), figures));
        comparable.add(latest());
        return TurningPoint.of(comparable, rule).describe();
    }

    /** From the first comparable figure to the latest, where the sentence before has not covered it. */
    private Optional<String> span() {
        Observation first = figures.get(0);
        Optional<Observation> previous = PreviousFigure.of(latest(), figures);
        if (first.equals(latest()) || previous.filter(first::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("It is " + moved(first, latest()) + ", the first comparable figure"
                + verdict(Pair.of(first, latest())) + ".");
    }

    /** @param beyond only where a figure lies further out than both ends, so that leaving it out would mislead */
    private Optional<String> extremes(boolean beyond) {
        if (figures.size() < 3) {
            return Optional.empty();
        }
        Observation lowest = figures.stream().min(BY_VALUE).orElseThrow();
        Observation highest = figures.stream().max(BY_VALUE).orElseThrow();
        if (lowest.number() == highest.number()) {
            return Optional.empty();
        }
        String high = "highest was " + TrendPhrases.dated(highest);
        String low = "lowest " + (beyond ? "was " : "") + TrendPhrases.dated(lowest);
        if (!beyond) {
            return Optional.of("The " + high + ", the " + low + ", of " + figures.size() + " comparable figures since "
                    + TrendPhrases.label(figures.get(0)) + ".");
        }
        List<String> further = new ArrayList<>();
        if (outside(highest) && !said(highest)) {
            further.add("the " + high);
        }
        if (outside(lowest) && !said(lowest)) {
            further.add("the " + low);
        }
        return further.isEmpty()
                ? Optional.empty()
                : Optional.of(TrendPhrases.capital(String.join(" and ", further)) + ".");
    }

    /** Whether the turning point names a figure already. */
    private boolean said(Observation extreme) {
        return turningPoint()
                .filter(words -> words.contains("(" + TrendPhrases.label(extreme) + ")")
                        || words.contains(TrendPhrases.label(extreme) + " (" + extreme.valueText() + ")"))
                .isPresent();
    }

    private boolean outside(Observation extreme) {
        return !rule.level(Pair.of(figures.get(0), extreme)) && !rule.level(Pair.of(latest(), extreme));
    }

    /** Figures of the line before the segment of the latest, with a value. */
    private List<Observation> before() {
        return line.points().stream()
                .filter(point -> point.value() != null
                        && point.periodEnd().isBefore(figures.get(0).periodEnd()))
                .toList();
    }

    private Optional<String> earlier() {
        List<Observation> before = before();
        if (!before.isEmpty()) {
            return Optional.of("Measured differently before " + TrendPhrases.label(figures.get(0)) + ": "
                    + range(before) + "; not comparable.");
        }
        return TrendGap.in(figures).stream()
                .filter(gap -> gap.months() > LONG_GAP_MONTHS)
                .reduce((first, second) -> second)
                .map(gap -> "Before the gap that ends with " + TrendPhrases.label(gap.after()) + ": "
                        + range(figures.subList(0, figures.indexOf(gap.after()))) + ".");
    }

    private static String range(List<Observation> some) {
        return some.size() == 1
                ? TrendPhrases.dated(some.get(0))
                : List.of(some.get(0), some.get(some.size() - 1)).stream()
                        .map(TrendPhrases::dated)
                        .collect(Collectors.joining(" to "));
    }

    private Optional<String> silent() {
        List<Observation> points = line.points();
        Observation last = points.get(points.size() - 1);
        return last.id().equals(latest().id())
                ? Optional.empty()
                : Optional.of(
                        "For " + TrendPhrases.label(last) + " there is no figure (" + FigureFormat.status(last) + ").");
    }
}
