package careledger.answers.trend;

import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.AreaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The latest figure beside England's and the statistical neighbours' of the same period and definition, in a sentence.
 *
 * @param everywhere points of every area that was read
 * @param comparators the neighbours of each model, newest model last
 */
record PlacesBeside(ChangeRule rule, List<Observation> everywhere, List<NeighbourComparison> comparators) {
    Optional<String> describe(Observation latest) {
        if (latest.qualifier() != null) {
            return Optional.empty();
        }
        if (rule.ofWholeArea()) {
            return everywhere.stream().anyMatch(other -> isElsewhere(other, latest))
                    ? Optional.of("Not compared with other areas, which have more or fewer children.")
                    : Optional.empty();
        }
        List<String> words = new ArrayList<>();
        england(latest).ifPresent(words::add);
        neighbours(latest).ifPresent(words::add);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private Optional<String> england(Observation latest) {
        return everywhere.stream()
                .filter(other -> other.areaKind() == AreaKind.COUNTRY && isElsewhere(other, latest))
                .findFirst()
                .map(other ->
                        FigureFormat.capital(word(other, latest)) + other.areaName() + " (" + other.valueText() + ").");
    }

    /** An exact figure of another area for the same thing. */
    private static boolean isElsewhere(Observation other, Observation latest) {
        return !other.area().equals(latest.area())
                && other.value() != null
                && other.qualifier() == null
                && TrendLines.isPoint(other)
                && other.period().equals(latest.period())
                && other.segment().equals(latest.segment())
                && other.breakdown().equals(latest.breakdown());
    }

    private String word(Observation other, Observation latest) {
        Direction direction = rule.direction(Pair.beside(other, latest));
        return direction == Direction.STEADY ? "level with " : direction.word() + " than ";
    }

    private Optional<String> neighbours(Observation latest) {
        return comparators.stream()
                .filter(row -> row.newestModel()
                        && row.period().id().equals(latest.period())
                        && row.breakdown().equals(latest.breakdown()))
                .reduce((first, second) -> second)
                .map(row -> "Statistical neighbours' median "
                        + FigureFormat.figure(row.median(), latest.unit(), FigureFormat.decimals(latest) + 1)
                        + "; rank "
                        + row.rank() + " of " + row.ranked()
                        + (rule.oneWayIsGood() ? ", 1 is best" : " from the highest")
                        + ".");
    }
}
