package careledger.etl.headline;

import careledger.schema.observation.ValueKind;
import careledger.schema.star.HeadlineRule;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The order in which claims of one definition go before one another: first what is said, best first. */
final class Precedence {
    private static final Map<HeadlineRule, Comparator<Candidate>> STEPS = steps();

    /** Best first; total, since claim ids differ. */
    static final Comparator<Candidate> BEST_FIRST =
            STEPS.values().stream().reduce(Comparator::thenComparing).orElseThrow();

    private Precedence() {}

    /** The first step at which the two differ. */
    static HeadlineRule decidingBetween(Candidate winner, Candidate loser) {
        return STEPS.entrySet().stream()
                .filter(step -> step.getValue().compare(winner, loser) != 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(HeadlineRule.LOWEST_CLAIM_ID);
    }

    private static Map<HeadlineRule, Comparator<Candidate>> steps() {
        Map<HeadlineRule, Comparator<Candidate>> steps = new LinkedHashMap<>();
        steps.put(HeadlineRule.FIGURE_BEFORE_SYMBOL, Comparator.comparing(claim -> claim.value()
                .isEmpty()));
        steps.put(HeadlineRule.NOT_PREVIOUSLY_REPORTED, Comparator.comparing(Candidate::repeatsAnEarlierDocument));
        steps.put(
                HeadlineRule.LATEST_PUBLICATION,
                Comparator.comparing(Candidate::knownFrom).reversed());
        steps.put(HeadlineRule.OFFICIAL_STATISTICS, Comparator.comparing(Candidate::authority));
        steps.put(
                HeadlineRule.ACTUAL_BEFORE_PROVISIONAL,
                Comparator.comparing(claim -> claim.kind() == ValueKind.PROVISIONAL));
        steps.put(HeadlineRule.TABLE_BEFORE_TEXT, Comparator.comparing(claim -> !claim.tabular()));
        steps.put(HeadlineRule.LOWEST_CLAIM_ID, Comparator.comparing(Candidate::claim));
        return steps;
    }
}
