package careledger.api.explorer;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.TargetVerdict;
import careledger.answers.observation.Observation;
import careledger.answers.trend.NeighbourComparison;
import careledger.answers.trend.TargetPoint;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.IndicatorModel.Judgement;
import careledger.api.explorer.chart.ChartWords;
import careledger.api.explorer.chart.TrendPictures;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Three judgements, never mixed: over time, beside the neighbours, against the target. */
final class IndicatorJudgements {
    private static final Action NO_LINK = new Action("", "");

    private final Trend trend;
    private final PageVisit visit;
    private final IndicatorEntry indicator;
    private final TrendLine line;

    IndicatorJudgements(Trend trend, TrendLine line, PageVisit visit) {
        this.trend = trend;
        this.visit = visit;
        this.indicator = trend.indicator();
        this.line = line;
    }

    List<Judgement> all() {
        return List.of(overTime(), besideNeighbours(), target());
    }

    private Judgement overTime() {
        String question = "Over time";
        Change change = line.change();
        if (change == null || change.direction() == Direction.NO_DATA) {
            return judgement(question, unchanging(), "", change == null ? "" : change.rule(), NO_LINK);
        }
        String word = Words.direction(change.direction());
        Double difference = change.absolute();
        if (difference == null) {
            return judgement(question, word, "the figure before cannot be compared with it", change.rule(), NO_LINK);
        }
        return judgement(question, word, moved(difference, change), change.rule(), NO_LINK);
    }

    /** Why there is no change: a line with one figure is not one without any. */
    private String unchanging() {
        return line.points().stream().anyMatch(point -> point.value() != null)
                ? Words.NOTHING_EARLIER
                : Words.direction(Direction.NO_DATA);
    }

    private String moved(double difference, Change change) {
        String since = " since " + FigurePeriod.name(change.from());
        if (difference == 0) {
            return "the same as " + FigurePeriod.name(change.from());
        }
        String amount = FigureFormat.amount(difference, indicator.unit(), decimals());
        String way = indicator.unit() == Unit.COUNT
                ? (difference > 0 ? " more" : " fewer")
                : (difference > 0 ? " higher" : " lower");
        return (difference > 0 ? "↑ " : "↓ ") + amount + way + since;
    }

    private int decimals() {
        return line.points().stream()
                .filter(point -> point.value() != null)
                .mapToInt(FigureFormat::decimals)
                .max()
                .orElse(0);
    }

    private Judgement besideNeighbours() {
        String question = "Beside the neighbours";
        if (!ChartWords.comparable(indicator)) {
            return judgement(
                    question,
                    "Not compared",
                    "a number grows with the area",
                    "Numbers of different places are never set against each other, since the places differ in size.",
                    rate());
        }
        List<NeighbourComparison> rows = TrendPictures.ofNewestModel(trend, line);
        Optional<Observation> newest =
                line.points().stream().filter(point -> point.value() != null).reduce((first, second) -> second);
        Optional<NeighbourComparison> beside = rows.stream()
                .filter(row -> newest.filter(
                                point -> point.period().equals(row.period().id()))
                        .isPresent())
                .findFirst();
        if (beside.isEmpty()) {
            return judgement(
                    question,
                    "Not compared",
                    line.area().kind() == AreaKind.AUTHORITY
                            ? "no neighbour has a figure for the same period and definition"
                            : "only councils have statistical neighbours",
                    "",
                    NO_LINK);
        }
        NeighbourComparison row = beside.get();
        String rank = Words.ordinal(row.rank()) + " of " + row.ranked() + " with its neighbours, whose middle is "
                + FigureFormat.figure(row.median(), indicator.unit(), indicator.decimals() + 1);
        return judgement(
                question,
                standing(row),
                rank,
                row.rule(),
                new Action("Compare", visit.address().to(Route.COMPARE).link()));
    }

    private static String standing(NeighbourComparison row) {
        return Words.beside(row.direction());
    }

    /** The rate that says the same for places of any size, where the catalogue names one. */
    private Action rate() {
        return indicator.related().stream()
                .flatMap(entry -> visit.catalogue().indicator(entry.indicatorId()).stream())
                .filter(other -> other.unit().quotient())
                .findFirst()
                .map(other -> new Action(
                        "see the " + (other.unit() == Unit.PERCENT ? "share" : "rate"),
                        new Address(Route.INDICATOR, other.id(), visit.address().choices()).link()))
                .orElse(NO_LINK);
    }

    private Judgement target() {
        String question = "Target";
        Optional<TargetPoint> newest = trend.targets().stream()
                .filter(target -> target.breakdown().equals(line.breakdown()))
                .max(Comparator.comparing(target -> target.period().end()));
        if (newest.isEmpty()) {
            return judgement(question, "No target", "none is held here", "", NO_LINK);
        }
        TargetPoint target = newest.get();
        Observation figure = target.figure();
        String text = figure == null
                ? target.valueText() + " was set for " + target.periodText()
                : target.valueText() + " was set for " + target.periodText() + "; the figure was "
                        + Objects.requireNonNull(figure).valueText();
        return judgement(question, word(target.verdict()), text, target.rule(), NO_LINK);
    }

    static String word(TargetVerdict verdict) {
        return switch (verdict) {
            case MET -> "Met";
            case WITHIN_TOLERANCE -> "Nearly met";
            case MISSED -> "Missed";
            case NOT_JUDGED -> "Not judged";
        };
    }

    private static Judgement judgement(String question, String word, String text, String rule, Action link) {
        return new Judgement(question, word, Words.tone(word), text, rule, link);
    }
}
