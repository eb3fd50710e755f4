package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import careledger.answers.series.PreviousFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The main message of a line: what is happening now, then the most recent turning point, then the whole comparable span.
 * It is about the segment that holds the latest figure. Figures that are not exact are said, and never calculated with.
 */
final class TrendHeadline {
    private static final int LONG_GAP_MONTHS = 36;

    /** Titles whose figure is the size of a group that the council was counted among. */
    private static final String NAMED_AMONG = "Leading group of councils for ";

    private final IndicatorEntry indicator;
    private final ChangeRule rule;
    private final FigureWords words;
    private final TrendLine line;
    private final FiguresBeside beside;
    private final List<Observation> figures;

    /** Those that are exact. */
    private final List<Observation> exact;

    TrendHeadline(IndicatorEntry indicator, TrendLine line, FiguresBeside beside) {
        this.beside = beside;
        this.indicator = indicator;
        this.rule = ChangeRule.of(indicator);
        this.words = FigureWords.of(indicator);
        this.line = line;
        this.figures = line.segments().stream()
                .map(TrendSegment::figures)
                .filter(own -> !own.isEmpty())
                .reduce((first, second) -> second)
                .orElse(List.of());
        this.exact = figures.stream().filter(TrendHeadline::isExact).toList();
    }

    /** The whole message. */
    String sentences() {
        if (figures.isEmpty()) {
            return subject() + " has no published figure" + why() + ".";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(opening() + against(true) + ".");
        beside.newer(latest()).ifPresent(sentences::add);
        slowly().ifPresent(sentences::add);
        turningPoint().ifPresent(sentences::add);
        span().ifPresent(sentences::add);
        extremes()
                .flatMap(found -> found.further(latest(), turningPoint().orElse("")))
                .ifPresent(sentences::add);
        TrendGap.longest(figures).map(beside::without).ifPresent(sentences::add);
        silent().ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** The message in parts. */
    TrendSummary parts(Optional<String> comparison) {
        if (figures.isEmpty()) {
            return TrendSummary.only("No figure has been published" + why() + ".");
        }
        String now = namedAmong() ? "Named among the " + FigureWords.number(latest()) : latest().valueText();
        String date = joined(now, FigurePeriod.describe(latest()));
        String newer = beside.newer(latest()).map(sentence -> " " + sentence).orElse("");
        return new TrendSummary(
                TrendSummary.fitted(
                        date + against(true) + "." + newer,
                        date + against(false) + "." + newer,
                        date + "." + newer,
                        date + "."),
                turningPoint().map(TrendSummary::fitted).orElse(null),
                comparison.map(TrendSummary::fitted).orElse(null),
                extremes().map(TrendExtremes::part).orElse(null),
                earlier().map(TrendSummary::fitted).orElse(null));
    }

    private Observation latest() {
        return figures.get(figures.size() - 1);
    }

    private static boolean isExact(Observation figure) {
        return figure.qualifier() == null;
    }

    /** "In Leicestershire, the share of ...". */
    private String subject() {
        return place() + TrendSubject.of(indicator) + breakdown();
    }

    private String place() {
        return FigureFormat.capital(TrendPhrases.where(line.area())) + ", ";
    }

    private String breakdown() {
        return line.breakdown().equals("total") ? "" : " (" + line.breakdownLabel() + ")";
    }

    private boolean namedAmong() {
        return indicator.title().startsWith(NAMED_AMONG);
    }

    private String opening() {
        String when = FigurePeriod.describe(latest());
        return namedAmong()
                ? joined(
                        place() + "the council was named among the " + FigureWords.number(latest())
                                + " leading councils for "
                                + indicator.title().substring(NAMED_AMONG.length()) + breakdown(),
                        when)
                : joined(subject() + " was " + words.counted(latest()), when);
    }

    /** A date that is not printed is a clause of its own. */
    private String joined(String what, String when) {
        return what + (FigurePeriod.printed(latest()) ? " " : ", ") + when;
    }

    private String why() {
        List<Observation> points = line.points();
        return points.isEmpty() ? "" : " (" + FigureFormat.status(points.get(points.size() - 1)) + ")";
    }

    /** The comparable change with its verdict, or why there is none. */
    private String against(boolean percentToo) {
        Optional<Observation> previous = PreviousFigure.of(latest(), figures);
        if (previous.isPresent()) {
            return change(previous.get(), percentToo);
        }
        Optional<Observation> older = figures.stream()
                .filter(point -> point.periodEnd().isBefore(latest().periodEnd()))
                .reduce((first, second) -> second);
        if (older.isPresent()) {
            return "; the comparable figure before it is older: " + words.dated(older.get());
        }
        if (isAddedUp()) {
            return "";
        }
        return before().isEmpty()
                ? ", the only comparable figure published"
                : ", not comparable with the figures before, which were measured differently";
    }

    /** Whether no document prints the figure, so that it is not called published. */
    private boolean isAddedUp() {
        return latest().id().startsWith(AddedTotal.ID);
    }

    private String change(Observation previous, boolean percentToo) {
        if (!isExact(latest())) {
            return "; it is not exact, so no change is calculated from " + words.dated(previous);
        }
        return isExact(previous)
                ? ", " + words.moved(previous, latest(), percentToo) + words.verdict(previous, latest())
                : "; no change is calculated, because the figure before is not exact: " + words.dated(previous);
    }

    /** Small steps that each count as level but add up over three or five years. */
    private Optional<String> slowly() {
        Optional<Observation> previous = PreviousFigure.of(latest(), figures);
        if (previous.isEmpty()
                || !isExact(latest())
                || !isExact(previous.get())
                || !rule.level(Pair.of(previous.get(), latest()))) {
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
        return change.absolute() != null && change.direction() != Direction.STEADY;
    }

    private String over(String years, Change change) {
        Observation then = figures.stream()
                .filter(point -> point.period().equals(change.from().id()))
                .findFirst()
                .orElseThrow();
        return "Over " + years + " years it is " + words.moved(then, latest(), true) + words.verdict(then, latest())
                + ".";
    }

    private Optional<String> turningPoint() {
        if (!isExact(latest())) {
            return Optional.empty();
        }
        List<Observation> comparable = new ArrayList<>(PreviousFigure.comparable(latest(), exact));
        comparable.add(latest());
        return TurningPoint.of(comparable, rule, words).describe();
    }

    /** From the first comparable figure to the latest, where the sentence before has not covered it. */
    private Optional<String> span() {
        if (exact.isEmpty() || !isExact(latest())) {
            return Optional.empty();
        }
        Observation first = exact.get(0);
        Optional<Observation> previous = PreviousFigure.of(latest(), figures);
        if (first.equals(latest()) || previous.filter(first::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("It is " + words.moved(first, latest(), true) + ", the first comparable figure"
                + words.verdict(first, latest()) + ".");
    }

    private Optional<TrendExtremes> extremes() {
        return TrendExtremes.of(exact, words);
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
            return Optional.of("Measured differently before " + FigurePeriod.name(figures.get(0)) + ": " + range(before)
                    + "; not comparable.");
        }
        return TrendGap.in(figures).stream()
                .filter(gap -> gap.months() > LONG_GAP_MONTHS)
                .reduce((first, second) -> second)
                .map(gap -> "Before the years without figures: "
                        + range(figures.subList(0, figures.indexOf(gap.after()))) + ".");
    }

    private String range(List<Observation> some) {
        return some.size() == 1
                ? words.dated(some.get(0))
                : List.of(some.get(0), some.get(some.size() - 1)).stream()
                        .map(words::dated)
                        .collect(Collectors.joining(" to "));
    }

    private Optional<String> silent() {
        List<Observation> points = line.points();
        Observation last = points.get(points.size() - 1);
        return last.id().equals(latest().id())
                ? Optional.empty()
                : Optional.of(
                        "For " + FigurePeriod.name(last) + " there is no figure (" + FigureFormat.status(last) + ").");
    }
}
