package careledger.answers.scorecard;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.TargetDate;
import careledger.answers.judgement.TargetJudgement;
import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Optional;

/**
 * The target set for a row's year, in words that start with the verdict. The verdict is that of the trend.
 *
 * @param claims every known claim of the row's indicator and area
 */
record TargetRule(ChangeRule rule, List<Observation> claims) {
    String of(Optional<Observation> target) {
        return target.filter(aim -> aim.value() != null)
                .map(aim -> new TargetJudgement(rule, claims, TargetDate.OWN_PERIOD)
                        .of(aim)
                        .lowered())
                .orElse("no target: this service holds none for this area and period");
    }
}
