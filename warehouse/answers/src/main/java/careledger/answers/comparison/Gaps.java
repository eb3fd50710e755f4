package careledger.answers.comparison;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Figures less those of another place or of all children, for one period each; and whether the gap has widened since the
 * year before.
 */
record Gaps(ChangeRule rule, ReleaseCatalogue catalogue) {
    /** Each of the four figures behind two gaps may be half a unit off. */
    private static final int ROUNDINGS = 2;

    private static final double BINARY = 1e-9;

    /** A figure and what it is set against. */
    private record Gap(Observation own, Observation other) {
        double value() {
            return FigureFormat.exact(own.number() - other.number());
        }

        int decimals() {
            return Math.max(FigureFormat.decimals(own), FigureFormat.decimals(other));
        }

        int coarser() {
            return Math.min(FigureFormat.decimals(own), FigureFormat.decimals(other));
        }
    }

    /**
     * @param points of one line
     * @param other what a point is set against
     * @param name of that, as in "England"
     * @param because a sentence on why the two may be compared; may be empty
     */
    List<ComputedFigure> of(
            ComputedKind kind,
            List<Observation> points,
            Function<Observation, Optional<Observation>> other,
            Function<Observation, String> name,
            String because) {
        List<Gap> gaps = points.stream()
                .flatMap(point -> other.apply(point).map(found -> new Gap(point, found)).stream())
                .toList();
        List<Observation> own = gaps.stream().map(Gap::own).toList();
        List<ComputedFigure> rows = new ArrayList<>();
        for (Gap gap : gaps) {
            Optional<Gap> before = Years.before(gap.own(), 1, own).flatMap(point -> gaps.stream()
                    .filter(one -> one.own().equals(point)
                            && one.other().segment().equals(gap.other().segment()))
                    .findFirst());
            rows.add(row(kind, gap, before, name.apply(gap.other()), because));
        }
        return rows;
    }

    private ComputedFigure row(ComputedKind kind, Gap gap, Optional<Gap> before, String name, String because) {
        Observation own = gap.own();
        Pair pair = Pair.beside(gap.other(), own);
        List<Observation> made = List.of(own, gap.other());
        Optional<GapMove> move = before.map(earlier -> move(earlier, gap));
        PeriodEntry period = catalogue.period(own.period()).orElseThrow();
        String text = text(gap);
        return new ComputedFigure(
                ComputedFigure.id(kind, made),
                kind,
                own.indicatorTitle() + ": " + own.areaName() + " beside " + name,
                own,
                period,
                null,
                kind == ComputedKind.GAP_TO_ALL_CHILDREN
                        ? gap.other().indicator()
                        : gap.other().area(),
                name,
                gap.other().value(),
                gap.other().valueText(),
                gap.value(),
                text,
                unit(own.unit()),
                rule.direction(pair),
                move.orElse(null),
                Computable.provisional(made),
                "Worked out, not published: " + own.valueText() + " less "
                        + gap.other().valueText() + " (" + name
                        + "), both for " + FigurePeriod.name(own) + ". "
                        + (because.isEmpty() ? "Both are measured by one definition. " : because + " ")
                        + rule.describe(pair) + " " + rule.polarityWords()
                        + before.map(earlier -> " " + moved(earlier, move.orElseThrow()))
                                .orElse(""),
                before.map(earlier -> Stream.of(own, gap.other(), earlier.own(), earlier.other()))
                        .orElseGet(made::stream)
                        .map(Observation::claim)
                        .distinct()
                        .toList());
    }

    private static GapMove move(Gap before, Gap now) {
        double unit = Math.pow(10, -Math.min(before.coarser(), now.coarser()));
        if (Math.abs(now.value() - before.value()) <= ROUNDINGS * unit + BINARY) {
            return GapMove.UNCHANGED;
        }
        if (before.value() * now.value() < 0) {
            return GapMove.CROSSED;
        }
        return Math.abs(now.value()) > Math.abs(before.value()) ? GapMove.WIDER : GapMove.NARROWER;
    }

    private static String moved(Gap before, GapMove move) {
        String then = " The year before, it was " + text(before) + ".";
        return switch (move) {
            case WIDER -> "The gap has widened." + then;
            case NARROWER -> "The gap has narrowed." + then;
            case UNCHANGED -> "The gap has not changed by more than rounding may make." + then;
            case CROSSED -> "It has changed sides." + then;
        };
    }

    private static String text(Gap gap) {
        double difference = gap.value();
        return difference == 0
                ? "the same"
                : FigureFormat.amount(difference, gap.own().unit(), gap.decimals())
                        + (difference > 0 ? " higher" : " lower");
    }

    /** Of a difference, in words. */
    static String unit(Unit unit) {
        return switch (unit) {
            case PERCENT, PERCENTAGE_POINT -> "percentage points";
            case SCORE -> "points";
            case DAYS -> "days";
            case GBP -> "£";
            case RATE_PER_1K -> "per 1,000";
            case RATE_PER_10K -> "per 10,000";
            case RATE_PER_100K -> "per 100,000";
            case COUNT -> "number";
            case MEAN -> "mean";
            case RATIO -> "ratio";
            case INDEX -> "index points";
        };
    }
}
