package careledger.answers.conflict;

import careledger.answers.observation.Observation;
import careledger.schema.star.HeadlineRule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures of one thing under one definition that differ by more than rounding.
 *
 * @param headline the figure that is shown for its definition
 * @param difference greatest distance between it and another, never negative
 * @param rule why it is shown, in words
 * @param undecided whether nothing printed decides between it and one of the others
 * @param oneDocument whether one document prints them all
 */
public record Conflict(
        String indicator,
        String definition,
        String area,
        String period,
        String breakdown,
        Observation headline,
        List<Observation> others,
        double difference,
        String rule,
        boolean undecided,
        boolean oneDocument) {
    public Conflict {
        others = List.copyOf(others);
    }

    static Conflict of(Observation headline, List<Observation> others, Collection<HeadlineRule> rules) {
        return new Conflict(
                headline.indicator(),
                headline.definition(),
                headline.area(),
                headline.period(),
                headline.breakdown(),
                headline,
                others,
                greatestDistance(headline, others),
                rules.stream().map(HeadlineRule::describe).collect(Collectors.joining(" ")),
                rules.stream().anyMatch(rule -> !rule.decides()),
                others.stream().allMatch(other -> other.source().equals(headline.source())));
    }

    /** In decimal, so that 46.9 and 46.8 are 0.1 apart. */
    private static double greatestDistance(Observation headline, List<Observation> others) {
        Double shown = headline.value();
        BigDecimal greatest = BigDecimal.ZERO;
        for (Observation other : others) {
            Double value = other.value();
            if (shown != null && value != null && headline.qualifier() == null && other.qualifier() == null) {
                greatest = greatest.max(BigDecimal.valueOf(shown)
                        .subtract(BigDecimal.valueOf(value))
                        .abs());
            }
        }
        return greatest.doubleValue();
    }
}
