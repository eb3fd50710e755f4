package careledger.answers.comparison;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The most years in a row in which a figure went one way, of at least two steps. A year without an exact figure ends a run,
 * and so does a break.
 */
record LongestRuns(IndicatorEntry indicator, ReleaseCatalogue catalogue) {
    private static final int FEWEST_STEPS = 2;

    List<ComputedFigure> of(List<Observation> points) {
        List<Observation> yearly = points.stream().filter(Years::yearly).toList();
        List<ComputedFigure> rows = new ArrayList<>();
        for (boolean up : new boolean[] {true, false}) {
            longest(yearly, up).map(run -> row(run, up)).ifPresent(rows::add);
        }
        return rows;
    }

    /** Of equally long ones the newest. */
    private static Optional<List<Observation>> longest(List<Observation> yearly, boolean up) {
        List<Observation> longest = List.of();
        for (Observation last : yearly) {
            List<Observation> run = new ArrayList<>(List.of(last));
            Optional<Observation> before = step(last, yearly, up);
            while (before.isPresent()) {
                run.add(0, before.get());
                before = step(before.get(), yearly, up);
            }
            if (run.size() > FEWEST_STEPS && run.size() >= longest.size()) {
                longest = run;
            }
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    private static Optional<Observation> step(Observation figure, List<Observation> yearly, boolean up) {
        return Years.before(figure, 1, yearly)
                .filter(before -> up ? figure.number() > before.number() : figure.number() < before.number());
    }

    private ComputedFigure row(List<Observation> run, boolean up) {
        Observation first = run.get(0);
        Observation last = run.get(run.size() - 1);
        int steps = run.size() - 1;
        ComputedKind kind = up ? ComputedKind.LONGEST_RISE : ComputedKind.LONGEST_FALL;
        Pair pair = Pair.of(first, last);
        ChangeRule rule = ChangeRule.of(indicator);
        String way = up ? "higher" : "lower";
        return new ComputedFigure(
                ComputedFigure.id(kind, run),
                kind,
                indicator.title() + ": longest " + (up ? "rise" : "fall"),
                last,
                catalogue.period(last.period()).orElseThrow(),
                catalogue.period(first.period()).orElseThrow(),
                null,
                null,
                first.value(),
                first.valueText(),
                steps,
                steps + " years in a row " + way + ", from "
                        + FigurePeriod.name(first, first.valueText()) + " to "
                        + FigurePeriod.name(last, last.valueText()),
                "years",
                rule.direction(pair),
                null,
                Computable.provisional(run),
                "Worked out, not published: the most years in a row in which the figure was " + way
                        + " than that of the year before, by comparable definitions; of equally many the newest."
                        + " A year without an exact figure ends it. From first to last: " + rule.describe(pair) + " "
                        + rule.polarityWords(),
                Computable.claims(run));
    }
}
