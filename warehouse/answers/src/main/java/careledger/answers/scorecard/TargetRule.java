package careledger.answers.scorecard;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.judgement.TargetVerdict;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Polarity;
import java.util.Optional;

/** A figure against the target set for it, in words that start with the judgement. A target is never extended. */
record TargetRule(ChangeRule rule) {
    String of(Optional<Observation> latest, Optional<Observation> target) {
        if (target.isEmpty()) {
            return "no target: none was published for this area and period";
        }
        Observation aim = target.get();
        String printed = "the target of " + aim.valueText();
        if (latest.isEmpty() || latest.get().value() == null || aim.value() == null) {
            return "not judged: " + printed + " has no figure to set against it";
        }
        Observation figure = latest.get();
        if (!aim.periodEnd().equals(figure.periodEnd())) {
            return "not judged: " + printed + " is for " + aim.periodLabel() + ", the figure for "
                    + figure.periodLabel();
        }
        if (!aim.segment().equals(figure.segment())) {
            return "not judged: " + printed + " was set under another definition (" + aim.definition() + ")";
        }
        if (rule.polarity() == Polarity.NONE) {
            return "not judged: neither way is better, so " + printed + " is shown only";
        }
        return judged(figure, aim);
    }

    private String judged(Observation figure, Observation aim) {
        boolean higher = rule.polarity() == Polarity.HIGH_IS_GOOD;
        TargetVerdict verdict = rule.verdict(figure.number(), aim.number(), SmallCohort.worthOfOne(figure));
        return verdict.describe() + ": " + figure.valueText() + " against a target of "
                + (higher ? "at least " : "at most ")
                + aim.valueText() + ". Within tolerance is short of it by no more than " + rule.allowed() + " (rule "
                + rule.tolerance().id() + "), or by less than " + rule.one() + " is worth. "
                + FigureFormat.sentence(rule.tolerance().reason());
    }
}
