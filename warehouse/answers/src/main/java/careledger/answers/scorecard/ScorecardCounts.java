package careledger.answers.scorecard;

import careledger.answers.judgement.Change;
import careledger.schema.scorecard.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many rows of a card have each result.
 *
 * @param quartiles rows in the first to the fourth quartile
 */
public record ScorecardCounts(
        int reported, int better, int steady, int worse, int noPolarity, List<Integer> quartiles) {
    private static final int QUARTILES = 4;

    public ScorecardCounts {
        quartiles = List.copyOf(quartiles);
    }

    /** Rows without a judgement count as reported only. */
    static ScorecardCounts of(List<RowAnswer> rows) {
        return of(rows, row -> Optional.ofNullable(row.judged()));
    }

    /** As computed, whatever a document prints. */
    static ScorecardCounts computed(List<RowAnswer> rows) {
        return of(rows, row -> computed(row.change()));
    }

    private static ScorecardCounts of(List<RowAnswer> rows, Function<RowAnswer, Optional<Judged>> judged) {
        List<RowAnswer> reported = rows.stream().filter(RowAnswer::reported).toList();
        List<Judged> all =
                reported.stream().flatMap(row -> judged.apply(row).stream()).toList();
        List<Integer> quartiles = new ArrayList<>();
        for (int i = 1; i <= QUARTILES; i++) {
            Integer quartile = i;
            quartiles.add((int) reported.stream()
                    .filter(row -> Objects.equals(row.quartile(), quartile))
                    .count());
        }
        return new ScorecardCounts(
                reported.size(),
                count(all, Judged.BETTER),
                count(all, Judged.STEADY),
                count(all, Judged.WORSE),
                count(all, Judged.NO_POLARITY),
                quartiles);
    }

    /** How a row went by the change computed. */
    static Optional<Judged> computed(Change change) {
        return switch (change.direction()) {
            case BETTER -> Optional.of(Judged.BETTER);
            case WORSE -> Optional.of(Judged.WORSE);
            case STEADY -> Optional.of(Judged.STEADY);
            case HIGHER, LOWER -> Optional.of(Judged.NO_POLARITY);
            case NOT_COMPARABLE, NO_DATA -> Optional.empty();
        };
    }

    /** Reported rows under none of the counts of direction. */
    public int unjudged() {
        return reported - better - steady - worse - noPolarity;
    }

    private static int count(List<Judged> all, Judged wanted) {
        return (int) all.stream().filter(one -> one == wanted).count();
    }
}
