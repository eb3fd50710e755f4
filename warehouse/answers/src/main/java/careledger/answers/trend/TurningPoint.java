package careledger.answers.trend;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The legs of a series: stretches in which it goes one way. A leg ends at its furthest figure, the first of equal ones,
 * once another lies further back from it than counts as level; the next begins at the last of the equal ones.
 */
record TurningPoint(List<Observation> figures, List<Leg> legs, FigureWords words) {
    private static final int FEW = 3;

    /** @param up whether it rises */
    private record Leg(Observation from, Observation to, boolean up) {
        String past(FigureWords words) {
            return (up ? "rose" : "fell") + " from " + words.dated(from) + " to " + words.dated(to);
        }
    }

    /** @param figures comparable ones with a value, oldest first */
    static TurningPoint of(List<Observation> figures, ChangeRule rule, FigureWords words) {
        List<Leg> legs = new ArrayList<>();
        Optional<Leg> leg = Optional.empty();
        Observation turn = figures.get(0);
        for (Observation figure : figures) {
            double move = figure.number() - turn.number();
            if (move == 0) {
                turn = figure;
            } else if (leg.isPresent() && leg.get().up() == move > 0) {
                leg = leg.map(open -> new Leg(open.from(), figure, open.up()));
                turn = figure;
            } else if (!rule.level(Pair.of(turn, figure))) {
                leg.ifPresent(legs::add);
                leg = Optional.of(new Leg(turn, figure, move > 0));
                turn = figure;
            }
        }
        leg.ifPresent(legs::add);
        return new TurningPoint(figures, legs, words);
    }

    /** In a sentence; nothing for fewer than three figures. */
    Optional<String> describe() {
        if (figures.size() < FEW) {
            return Optional.empty();
        }
        if (legs.isEmpty()) {
            return Optional.of("It has stayed level since " + FigurePeriod.name(figures.get(0)) + ".");
        }
        Leg last = legs.get(legs.size() - 1);
        int start = figures.indexOf(last.from());
        int end = figures.indexOf(last.to());
        int newest = figures.size() - 1;
        if (end < newest) {
            return Optional.of("It " + last.past(words) + " and has been level since.");
        }
        if (newest - start > 1) {
            String since = " since " + FigurePeriod.name(last.from(), words.value(last.from()));
            return Optional.of(
                    everyStep(figures.subList(start, newest + 1), last.up())
                            ? "It has been " + (last.up() ? "rising" : "falling") + since + "."
                            : "It has " + (last.up() ? "risen" : "fallen") + since + ", though not at every figure.");
        }
        return legs.size() == 1
                ? Optional.of("Before that it had been level since " + FigurePeriod.name(figures.get(0)) + ".")
                : Optional.of("Before that it " + legs.get(legs.size() - 2).past(words) + ".");
    }

    /** Whether each figure lies beyond the one before. */
    private static boolean everyStep(List<Observation> leg, boolean up) {
        return IntStream.range(1, leg.size())
                .allMatch(i -> up
                        ? leg.get(i).number() > leg.get(i - 1).number()
                        : leg.get(i).number() < leg.get(i - 1).number());
    }
}
