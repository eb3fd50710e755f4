package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The main message of a line in one sentence: where, what, how much, which way, from when to when, comparable from when.
 * It speaks of the segment that holds the latest figure.
 */
final class TrendHeadline {
    private final IndicatorEntry indicator;
    private final ChangeRule rule;

    TrendHeadline(IndicatorEntry indicator) {
        this.indicator = indicator;
        this.rule = ChangeRule.of(indicator);
    }

    String of(TrendLine line) {
        Optional<TrendSegment> latest = line.segments().stream()
                .filter(segment -> !segment.figures().isEmpty())
                .reduce((first, second) -> second);
        if (latest.isEmpty()) {
            List<Observation> points = line.points();
            return subject(line) + " has no published figure"
                    + (points.isEmpty() ? "." : " (" + FigureFormat.status(points.get(points.size() - 1)) + ").");
        }
        List<Observation> figures = latest.get().figures();
        boolean broken = line.segments().stream()
                .anyMatch(segment -> segment.first()
                                .periodEnd()
                                .isBefore(latest.get().first().periodEnd())
                        && !segment.figures().isEmpty());
        return subject(line) + " " + (figures.size() == 1 ? alone(figures.get(0), broken) : moved(latest.get()))
                + (broken && figures.size() > 1
                        ? "; comparable only from " + figures.get(0).periodLabel()
                                + ", as the figures just before are under another definition"
                        : "")
                + silent(line.points(), figures.get(figures.size() - 1)) + ".";
    }

    /** "In Leicestershire, the share of …". */
    private String subject(TrendLine line) {
        String breakdown = line.breakdown().equals("total") ? "" : " (" + line.breakdownLabel() + ")";
        return TrendPhrases.capital(TrendPhrases.where(line.area())) + ", " + TrendSubject.of(indicator) + breakdown;
    }

    private static String alone(Observation only, boolean broken) {
        return "stood at " + only.valueText() + " " + TrendPhrases.when(only)
                + (broken
                        ? ", not comparable with the figures just before, which are under another definition"
                        : ", the only figure of its line");
    }

    private String moved(TrendSegment segment) {
        List<Observation> figures = segment.figures();
        Observation first = figures.get(0);
        Observation last = figures.get(figures.size() - 1);
        double from = first.number();
        double to = last.number();
        String message;
        if (from == to) {
            message = "stood at " + last.valueText() + " both " + TrendPhrases.when(first) + " and "
                    + TrendPhrases.when(last);
        } else if (steady(first, last)) {
            message = "stood at " + first.valueText() + " " + TrendPhrases.when(first) + " and at " + last.valueText()
                    + " " + TrendPhrases.when(last) + ", much the same";
        } else {
            message = (to > from ? "rose by " : "fell by ") + amount(first, last) + ", from " + first.valueText() + " "
                    + TrendPhrases.when(first) + " to " + last.valueText() + " " + TrendPhrases.when(last) + goodWay();
        }
        Optional<Observation> extreme = extreme(figures);
        return message
                + extreme.map(point -> ", with a " + (point.number() > Math.max(from, to) ? "high" : "low") + " of "
                                + point.valueText() + " " + TrendPhrases.when(point))
                        .orElse("")
                + lately(segment, last, extreme)
                + gap(figures);
    }

    private boolean steady(Observation from, Observation to) {
        return rule.direction(from.number(), to.number(), SmallCohort.worthOfOne(from, to)) == Direction.STEADY;
    }

    private String amount(Observation from, Observation to) {
        double difference = to.number() - from.number();
        int decimals = Math.max(FigureFormat.decimals(from), FigureFormat.decimals(to));
        return indicator.unit() == Unit.RATE_PER_10K
                ? FigureFormat.number(Math.abs(difference), decimals)
                : FigureFormat.amount(difference, indicator.unit(), decimals);
    }

    private String goodWay() {
        return switch (indicator.polarity()) {
            case NONE -> "";
            case HIGH_IS_GOOD -> " (higher is better)";
            case LOW_IS_GOOD -> " (lower is better)";
        };
    }

    /** A peak or a low between the two ends that lies further out than they lie apart; silence would mislead. */
    private Optional<Observation> extreme(List<Observation> figures) {
        Observation first = figures.get(0);
        Observation last = figures.get(figures.size() - 1);
        Comparator<Observation> byValue = Comparator.comparingDouble(Observation::number);
        boolean rising = byValue.compare(first, last) <= 0;
        Observation lower = rising ? first : last;
        Observation upper = rising ? last : first;
        Observation lowest = figures.stream().min(byValue).orElseThrow();
        Observation highest = figures.stream().max(byValue).orElseThrow();
        double apart = upper.number() - lower.number();
        double below = lower.number() - lowest.number();
        double above = highest.number() - upper.number();
        return below >= above
                ? Optional.of(lowest).filter(point -> below > apart && !steady(lower, point))
                : Optional.of(highest).filter(point -> above > apart && !steady(upper, point));
    }

    private static String lately(TrendSegment segment, Observation last, Optional<Observation> said) {
        List<Observation> before = ChangeJudgement.comparable(segment, last);
        if (segment.figures().size() < 3 || before.isEmpty()) {
            return "";
        }
        Observation previous = before.get(before.size() - 1);
        if (said.filter(previous::equals).isPresent()) {
            return "";
        }
        return "; the figure before was " + previous.valueText() + " (" + previous.periodLabel() + ")";
    }

    private static String gap(List<Observation> figures) {
        return TrendGap.longest(figures)
                .map(gap -> "; no figure is known " + gap.between())
                .orElse("");
    }

    private static String silent(List<Observation> points, Observation shown) {
        Observation last = points.get(points.size() - 1);
        return last.id().equals(shown.id())
                ? ""
                : "; for " + last.periodLabel() + " there is no figure (" + FigureFormat.status(last) + ")";
    }
}
