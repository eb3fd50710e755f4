package careledger.answers.trend;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The legs of a series: stretches in which it goes one way. A leg ends at its furthest figure, once another lies further
 * back from it than counts as level.
 */
record TurningPoint(List<Observation> figures, List<Leg> legs) {
    private static final int FEW = 3;

    /** @param up whether it rises */
    private record Leg(Observation from, Observation to, boolean up) {
        String past() {
            return (up ? "rose" : "fell") + " from " + TrendPhrases.dated(from) + " to " + TrendPhrases.dated(to);
        }
    }

    /** @param figures comparable ones with a value, oldest first */
    static TurningPoint of(List<Observation> figures, ChangeRule rule) {
        List<Leg> legs = new ArrayList<>();
        Optional<Leg> leg = Optional.empty();
        for (Observation figure : figures) {
            Observation from = leg.map(Leg::to).orElse(figures.get(0));
            double move = figure.number() - from.number();
            boolean further = leg.isPresent() && (leg.get().up() ? move >= 0 : move <= 0);
            if (further) {
                leg = leg.map(open -> new Leg(open.from(), figure, open.up()));
            } else if (!rule.level(Pair.of(from, figure))) {
                leg.ifPresent(legs::add);
                leg = Optional.of(new Leg(from, figure, move > 0));
            }
        }
        leg.ifPresent(legs::add);
        return new TurningPoint(figures, legs);
    }

    /** In a sentence; nothing for fewer than three figures. */
    Optional<String> describe() {
        if (figures.size() < FEW) {
            return Optional.empty();
        }
        if (legs.isEmpty()) {
            return Optional.of("It has stayed level since " + TrendPhrases.label(figures.get(0)) + ".");
        }
        Leg last = legs.get(legs.size() - 1);
        int start = figures.indexOf(last.from());
        int end = figures.indexOf(last.to());
        int newest = figures.size() - 1;
        if (end < newest) {
            return Optional.of("It " + last.past() + " and has been level since.");
        }
        if (newest - start > 1) {
            return Optional.of("It has been " + (last.up() ? "rising" : "falling") + " since "
                    + TrendPhrases.label(last.from()) + " (" + last.from().valueText() + ").");
        }
        return legs.size() == 1
                ? Optional.of("Before that it had been level since " + TrendPhrases.label(figures.get(0)) + ".")
                : Optional.of("Before that it " + legs.get(legs.size() - 2).past() + ".");
    }
}
