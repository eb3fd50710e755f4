package careledger.answers.trend;

import careledger.answers.catalogue.DefinitionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The definitions of an indicator in words: what a segment measures, and why two figures are not comparable. */
final class Definitions {
    private final List<DefinitionEntry> oldestFirst;

    Definitions(IndicatorEntry indicator) {
        this.oldestFirst = indicator.definitions();
    }

    /** What was measured by these points; what a point without a value would have measured is left out. */
    String wording(List<Observation> points) {
        return TrendSegment.measured(points).stream()
                .map(Observation::definition)
                .distinct()
                .map(this::text)
                .collect(Collectors.joining(" Then, comparable: "));
    }

    /** How the catalogue describes the difference between two definitions; both texts if it does not. */
    String reason(Observation before, Observation after) {
        return start(after)
                .filter(later -> comparableRun(later.id()) == comparableRun(before.definition()) + 1)
                .map(DefinitionEntry::breakReason)
                .orElseGet(
                        () -> "The definition differs. Before: " + sentence(before) + " From here: " + sentence(after));
    }

    /** The definition that starts the run of comparable ones that a figure is of. */
    private Optional<DefinitionEntry> start(Observation figure) {
        int run = comparableRun(figure.definition());
        return oldestFirst.stream()
                .filter(definition -> comparableRun(definition.id()) == run)
                .findFirst();
    }

    /** Place of a definition's run among the runs of comparable ones, from 1; 0 for one that is not known. */
    private int comparableRun(String id) {
        int run = 0;
        for (DefinitionEntry definition : oldestFirst) {
            if (run == 0 || !definition.comparableWithPrevious()) {
                run++;
            }
            if (definition.id().equals(id)) {
                return run;
            }
        }
        return 0;
    }

    private String sentence(Observation figure) {
        return FigureFormat.sentence(text(figure.definition()));
    }

    private String text(String id) {
        return oldestFirst.stream()
                .filter(definition -> definition.id().equals(id))
                .map(DefinitionEntry::text)
                .findFirst()
                .orElse(id);
    }
}
