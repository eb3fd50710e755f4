package careledger.etl.headline;

import careledger.schema.star.HeadlineRule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The headline rule, applied to all claims of one (indicator, area, period, breakdown) and one class of value kinds:
 * what was measured (ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED), TARGET, or FORECAST.
 *
 * <p>Days of publication are gone through in order, so that each claim is the headline over at most one run of days: a
 * claim that was outranked does not come back, the later claim that repeats it carries the figure.
 */
public final class HeadlineDecider {
    private final List<Candidate> candidates;
    private final Map<String, LocalDate> from = new HashMap<>();
    private final Map<String, LocalDate> to = new HashMap<>();
    private final Set<String> outranked = new HashSet<>();

    private HeadlineDecider(Collection<Candidate> candidates) {
        this.candidates = candidates.stream().sorted(bestFirst(candidates)).toList();
    }

    /** Of one day, a claim that another of that day corrects goes last. */
    private static Comparator<Candidate> bestFirst(Collection<Candidate> all) {
        Set<String> corrected = all.stream()
                .filter(claim -> all.stream()
                        .anyMatch(other -> other.knownFrom().equals(claim.knownFrom())
                                && other.value().isPresent()
                                && other.corrects(claim)))
                .map(Candidate::claim)
                .collect(Collectors.toSet());
        return Comparator.<Candidate, Boolean>comparing(claim -> claim.value().isEmpty())
                .thenComparing(Candidate::repeatsAnEarlierDocument)
                .thenComparing(Candidate::knownFrom, Comparator.reverseOrder())
                .thenComparing(claim -> corrected.contains(claim.claim()))
                .thenComparing(Precedence.BEST_FIRST);
    }

    /** One decision a candidate, in any order of candidates the same. */
    public static List<Decision> decide(Collection<Candidate> candidates) {
        return candidates.size() == 1
                ? List.of(alone(candidates.iterator().next()))
                : new HeadlineDecider(candidates).decisions();
    }

    /** Most figures are stated once, and then there is nothing to compare. */
    private static Decision alone(Candidate claim) {
        return new Decision(
                claim.claim(),
                Optional.of(claim.knownFrom()),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Decision> decisions() {
        Optional<Candidate> shown = Optional.empty();
        for (LocalDate day :
                new TreeSet<>(candidates.stream().map(Candidate::knownFrom).toList())) {
            Candidate next = headline(day);
            shown.filter(last -> !last.equals(next)).ifPresent(last -> {
                to.put(last.claim(), day);
                outranked.add(last.claim());
            });
            from.putIfAbsent(next.claim(), day);
            shown = Optional.of(next);
        }
        Candidate headline = shown.orElseThrow();
        Map<String, Figure> figures = figures(LocalDate.MAX);
        return candidates.stream()
                .map(claim -> decision(claim, figure(figures, claim), headline))
                .toList();
    }

    private Decision decision(Candidate claim, Figure figure, Candidate headline) {
        int corroborations = (int) candidates.stream()
                .filter(other -> !other.equals(claim)
                        && other.value().isPresent()
                        && other.definition().equals(claim.definition())
                        && other.agreesWith(claim))
                .count();
        boolean shownForItsDefinition = claim.equals(figure.shown());
        boolean conflicts = claim.conflictsWith(figure.shown());
        Optional<Candidate> better = claim.equals(headline)
                ? Optional.empty()
                : Optional.of(shownForItsDefinition ? headline : figure.shown());
        return new Decision(
                claim.claim(),
                Optional.ofNullable(from.get(claim.claim())),
                Optional.ofNullable(to.get(claim.claim())),
                corroborations,
                conflicts ? Optional.of(figure.shown().claim()) : Optional.empty(),
                better.map(Candidate::claim),
                better.map(other -> rule(claim, figure, shownForItsDefinition)));
    }

    private static HeadlineRule rule(Candidate claim, Figure figure, boolean shownForItsDefinition) {
        if (shownForItsDefinition) {
            return HeadlineRule.PRIMARY_DEFINITION;
        }
        if (!claim.agreesWith(figure.winner())) {
            if (figure.winner().corrects(claim)) {
                return HeadlineRule.REISSUED;
            }
            return Precedence.decidingBetween(figure.winner(), claim);
        }
        return claim.decimals() < figure.shown().decimals() || claim.equals(figure.winner())
                ? HeadlineRule.MOST_PRECISE
                : Precedence.decidingBetween(figure.shown(), claim);
    }

    /** The claim shown on a day: of the primary definition where that has a figure, else of the best of the others. */
    private Candidate headline(LocalDate day) {
        return figures(day).values().stream()
                .min(Comparator.comparing(
                                (Figure figure) -> figure.winner().value().isEmpty())
                        .thenComparing(figure -> !figure.winner().primary())
                        .thenComparing(Figure::winner, Precedence.BEST_FIRST))
                .orElseThrow()
                .shown();
    }

    /** The figure of each definition as known on a day. */
    private Map<String, Figure> figures(LocalDate day) {
        return candidates.stream()
                .filter(claim -> !claim.knownFrom().isAfter(day))
                .collect(Collectors.groupingBy(
                        Candidate::definition,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), this::figure)));
    }

    /** @param bestFirst claims of one definition */
    private Figure figure(List<Candidate> bestFirst) {
        Candidate winner = bestFirst.get(0);
        Candidate shown = bestFirst.stream()
                .filter(claim -> claim.agreesWith(winner))
                .filter(claim -> !outranked.contains(claim.claim()))
                .filter(claim -> winner.repeatsAnEarlierDocument() || !claim.repeatsAnEarlierDocument())
                .max(Comparator.comparingInt(Candidate::decimals).thenComparing(Precedence.BEST_FIRST.reversed()))
                .orElse(winner);
        return new Figure(winner, shown);
    }

    private static Figure figure(Map<String, Figure> figures, Candidate claim) {
        Figure figure = figures.get(claim.definition());
        if (figure == null) {
            throw new IllegalStateException("No figure was decided for " + claim.definition());
        }
        return figure;
    }

    /**
     * The figure of one definition.
     *
     * @param winner goes before all others
     * @param shown the most precise claim that agrees with it
     */
    private record Figure(Candidate winner, Candidate shown) {}
}
