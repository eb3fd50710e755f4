package careledger.warehouse.question.trend;

import careledger.schema.catalogue.Polarity;
import careledger.schema.change.SteadyRules;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.observation.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The main message of a line in one sentence: what, where, from when to when, how much, which way, comparable from when.
 * It speaks of the segment that holds the latest figure. Verbs are in the past, so that titles in the singular and in the
 * plural read alike.
 */
final class TrendHeadline {
    private final IndicatorEntry indicator;

    TrendHeadline(IndicatorEntry indicator) {
        this.indicator = indicator;
    }

    String of(TrendLine line) {
        List<Observation> points = line.points();
        Optional<Observation> latest =
                points.stream().filter(point -> point.value() != null).reduce((first, second) -> second);
        if (latest.isEmpty()) {
            return subject(line) + ": no figure was published"
                    + (points.isEmpty() ? "." : " (" + ChangeJudgement.status(points.get(points.size() - 1)) + ").");
        }
        Observation to = latest.get();
        List<Observation> segment = points.stream()
                .filter(point -> point.value() != null && point.segment().equals(to.segment()))
                .toList();
        String message = segment.size() == 1 ? alone(to) : moved(segment);
        return subject(line) + " " + message + broken(points, segment) + silent(points, to) + ".";
    }

    private String subject(TrendLine line) {
        String breakdown = line.breakdown().equals("total") ? "" : " (" + line.breakdownLabel() + ")";
        return TrendWords.capital(indicator.title()) + breakdown + " " + TrendWords.where(line.area());
    }

    private static String alone(Observation only) {
        return "stood at " + only.valueText() + " " + TrendWords.when(only) + ", the only comparable figure";
    }

    private String moved(List<Observation> segment) {
        Observation first = segment.get(0);
        Observation last = segment.get(segment.size() - 1);
        double from = ChangeJudgement.value(first);
        double to = ChangeJudgement.value(last);
        String message;
        if (from == to) {
            message = "stood at " + last.valueText() + " both " + TrendWords.when(first) + " and "
                    + TrendWords.when(last);
        } else if (SteadyRules.of(indicator.unit()).steady(from, to)) {
            message = "stood at " + first.valueText() + " " + TrendWords.when(first) + " and at " + last.valueText()
                    + " " + TrendWords.when(last) + ", much the same";
        } else {
            message = (to > from ? "rose by " : "fell by ") + amount(first, last) + ", from " + first.valueText() + " "
                    + TrendWords.when(first) + " to " + last.valueText() + " " + TrendWords.when(last)
                    + judged(to > from);
        }
        return message + extreme(segment) + lately(segment);
    }

    private String amount(Observation from, Observation to) {
        double difference = ChangeJudgement.value(to) - ChangeJudgement.value(from);
        return TrendWords.amount(
                difference, indicator.unit(), Math.max(TrendWords.decimals(from), TrendWords.decimals(to)));
    }

    private String judged(boolean higher) {
        if (indicator.polarity() == Polarity.NONE) {
            return "";
        }
        return (indicator.polarity() == Polarity.HIGH_IS_GOOD) == higher ? ", which is better" : ", which is worse";
    }

    /** A peak or a low between the two ends that lies further out than they lie apart; silence would mislead. */
    private String extreme(List<Observation> segment) {
        double from = ChangeJudgement.value(segment.get(0));
        double to = ChangeJudgement.value(segment.get(segment.size() - 1));
        Comparator<Observation> byValue = Comparator.comparingDouble(ChangeJudgement::value);
        Observation lowest = segment.stream().min(byValue).orElseThrow();
        Observation highest = segment.stream().max(byValue).orElseThrow();
        double below = Math.min(from, to) - ChangeJudgement.value(lowest);
        double above = ChangeJudgement.value(highest) - Math.max(from, to);
        Observation furthest = below >= above ? lowest : highest;
        double nearer = below >= above ? Math.min(from, to) : Math.max(from, to);
        boolean notable = Math.max(below, above) > Math.abs(to - from)
                && !SteadyRules.of(indicator.unit()).steady(nearer, ChangeJudgement.value(furthest));
        return notable
                ? ", with a " + (below >= above ? "low" : "high") + " of " + furthest.valueText() + " "
                        + TrendWords.when(furthest)
                : "";
    }

    private static String lately(List<Observation> segment) {
        Observation last = segment.get(segment.size() - 1);
        List<Observation> before = ChangeJudgement.comparable(segment, last);
        if (segment.size() < 3 || before.isEmpty()) {
            return "";
        }
        Observation previous = before.get(before.size() - 1);
        return "; the figure before was " + previous.valueText() + " (" + previous.periodLabel() + ")";
    }

    /** From when on the line is comparable, where there are points under other definitions. */
    private static String broken(List<Observation> points, List<Observation> segment) {
        Observation first = segment.get(0);
        boolean earlier = points.stream()
                .anyMatch(point -> !point.segment().equals(first.segment())
                        && point.periodEnd().isBefore(first.periodEnd()));
        boolean between = points.stream()
                .anyMatch(point -> !point.segment().equals(first.segment())
                        && point.periodEnd().isAfter(first.periodEnd()));
        if (earlier) {
            return "; comparable only from " + first.periodLabel()
                    + ", as earlier figures are under another definition";
        }
        return between ? "; figures in between under another definition are left out" : "";
    }

    private static String silent(List<Observation> points, Observation shown) {
        Observation last = points.get(points.size() - 1);
        return last.id().equals(shown.id())
                ? ""
                : "; for " + last.periodLabel() + " there is no figure (" + ChangeJudgement.status(last) + ")";
    }
}
