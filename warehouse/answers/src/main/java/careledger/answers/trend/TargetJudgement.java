package careledger.answers.trend;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.judgement.TargetVerdict;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Polarity;
import careledger.schema.observation.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds a target against the figure of its own period and definition, never against one of another day. Missed by no more
 * than what counts as steady, or by less than one child, is within tolerance.
 *
 * @param claims every known claim of the indicator and area
 */
record TargetJudgement(ChangeRule rule, List<Observation> claims) {
    record Judged(TargetVerdict verdict, Optional<Observation> figure, String rule) {}

    Judged of(Observation target) {
        List<Observation> ofPeriod = claims.stream()
                .filter(claim -> measured(claim)
                        && claim.breakdown().equals(target.breakdown())
                        && claim.period().equals(target.period()))
                .toList();
        Optional<Observation> figure = ofPeriod.stream()
                .filter(claim -> claim.segment().equals(target.segment()))
                .max(Comparator.comparing(Observation::headline)
                        .thenComparing(Observation::publishedOn)
                        .thenComparing(Observation::id, Comparator.reverseOrder()));
        if (figure.isEmpty()) {
            return notJudged(ofPeriod.isEmpty() ? noFigure(target) : otherDefinition(target, ofPeriod.get(0)));
        }
        if (rule.polarity() == Polarity.NONE) {
            return notJudged("this measure has no better direction, so " + aim(target) + " is only shown.");
        }
        return judged(target, figure.get());
    }

    private Judged judged(Observation target, Observation figure) {
        boolean higher = rule.polarity() == Polarity.HIGH_IS_GOOD;
        TargetVerdict verdict = rule.verdict(figure.number(), target.number(), SmallCohort.worthOfOne(figure));
        String outranked = figure.headline()
                ? ""
                : " The figure is not the one that the line shows for the period, but of the target's own definition.";
        return new Judged(
                verdict,
                Optional.of(figure),
                TrendPhrases.capital(verdict.describe()) + ": " + figure.valueText() + " for " + figure.periodLabel()
                        + " (" + figure.sourceTitle()
                        + ") against a target of " + (higher ? "at least " : "at most ") + target.valueText() + "."
                        + outranked + " Met is at the target or beyond it; within tolerance is short of it by no more"
                        + " than counts as a steady change (rule "
                        + rule.tolerance().id() + ": " + rule.allowed()
                        + "), or by less than " + rule.one() + " is worth; further off is missed. "
                        + FigureFormat.sentence(rule.tolerance().reason()));
    }

    private static Judged notJudged(String why) {
        return new Judged(TargetVerdict.NOT_JUDGED, Optional.empty(), "Not judged: " + why);
    }

    private String noFigure(Observation target) {
        List<Observation> comparable = claims.stream()
                .filter(claim -> TrendLines.isPoint(claim)
                        && claim.value() != null
                        && claim.breakdown().equals(target.breakdown())
                        && claim.segment().equals(target.segment()))
                .sorted(TrendLine.BY_TIME)
                .toList();
        List<String> nearest = new ArrayList<>();
        comparable.stream()
                .filter(claim -> claim.periodEnd().isBefore(target.periodEnd()))
                .reduce((first, second) -> second)
                .ifPresent(claim -> nearest.add(said(claim)));
        comparable.stream()
                .filter(claim -> claim.periodEnd().isAfter(target.periodEnd()))
                .findFirst()
                .ifPresent(claim -> nearest.add(said(claim)));
        return "no figure for " + target.periodLabel() + " was published"
                + (nearest.isEmpty()
                        ? " under the target's definition."
                        : "; the nearest under its definition " + (nearest.size() == 1 ? "is " : "are ")
                                + String.join(" and ", nearest) + ". A target is held only against its own period.");
    }

    private static String otherDefinition(Observation target, Observation figure) {
        return "the figure for " + target.periodLabel() + ", " + figure.valueText()
                + ", is under another definition than " + aim(target) + ".";
    }

    private static String said(Observation claim) {
        return claim.valueText() + " (" + claim.periodLabel() + ")";
    }

    private static String aim(Observation target) {
        return "the target of " + target.valueText();
    }

    private static boolean measured(Observation claim) {
        return claim.value() != null
                && (claim.valueKind() == ValueKind.ACTUAL || claim.valueKind() == ValueKind.PROVISIONAL);
    }
}
