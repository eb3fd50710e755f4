package careledger.answers.trend;

import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The highest and the lowest of comparable figures; where several share it, the first of them.
 *
 * @param figures exact ones, oldest first, at least three that are not all the same
 */
record TrendExtremes(List<Observation> figures, Observation highest, Observation lowest, FigureWords words) {
    private static final int FEWEST = 3;
    private static final Comparator<Observation> BY_VALUE = Comparator.comparingDouble(Observation::number);

    static Optional<TrendExtremes> of(List<Observation> figures, FigureWords words) {
        if (figures.size() < FEWEST) {
            return Optional.empty();
        }
        Observation lowest = figures.stream().min(BY_VALUE).orElseThrow();
        Observation highest = figures.stream().min(BY_VALUE.reversed()).orElseThrow();
        return lowest.number() == highest.number()
                ? Optional.empty()
                : Optional.of(new TrendExtremes(figures, highest, lowest, words));
    }

    /** Both, in at most 160 characters. */
    String part() {
        String both = "The highest was " + dated(highest) + ", the lowest " + dated(lowest);
        String many = ", of " + figures.size() + " comparable figures";
        return TrendSummary.fitted(
                both + many + " since " + FigurePeriod.name(figures.get(0)) + ".", both + many + ".", both + ".");
    }

    /** Those that lie further out than both ends, so that leaving them out would mislead, and are not said before. */
    Optional<String> further(Observation latest, String before) {
        List<String> further = new ArrayList<>();
        if (outside(highest, latest) && !said(highest, before)) {
            further.add("the highest was " + dated(highest));
        }
        if (outside(lowest, latest) && !said(lowest, before)) {
            further.add("the lowest was " + dated(lowest));
        }
        return further.isEmpty()
                ? Optional.empty()
                : Optional.of(FigureFormat.capital(String.join(" and ", further)) + ".");
    }

    private String dated(Observation extreme) {
        boolean shared = figures.stream()
                        .filter(other -> other.number() == extreme.number())
                        .count()
                > 1;
        return shared
                ? words.value(extreme) + " (first "
                        + FigurePeriod.describe(extreme).replace(" (", ", ").replace(")", "") + ")"
                : words.dated(extreme);
    }

    private boolean said(Observation extreme, String before) {
        return before.contains(words.dated(extreme))
                || before.contains(FigurePeriod.name(extreme, words.value(extreme)));
    }

    private boolean outside(Observation extreme, Observation latest) {
        return !extreme.equals(latest)
                && !words.rule().level(Pair.of(figures.get(0), extreme))
                && !words.rule().level(Pair.of(latest, extreme));
    }
}
