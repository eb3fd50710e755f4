package careledger.answers.judgement;

import careledger.schema.catalogue.Polarity;
import java.util.List;
import java.util.OptionalInt;

/**
 * The rank of a figure among others.
 *
 * @param rank 1 is best, or highest where neither way is good; ties share the better rank
 * @param of how many were ranked: the others and the figure itself
 * @param median of the others
 */
public record Ranking(int rank, int of, double median, double lowest, double highest, Polarity polarity) {
    /** Four parts need four figures. */
    private static final int FEWEST_FOR_QUARTILES = 4;

    /** @param others at least one, in any order */
    public static Ranking of(double own, List<Double> others, Polarity polarity) {
        List<Double> sorted = others.stream().sorted().toList();
        int ahead = (int) sorted.stream()
                .filter(value -> polarity == Polarity.LOW_IS_GOOD ? value < own : value > own)
                .count();
        return new Ranking(
                ahead + 1, sorted.size() + 1, median(sorted), sorted.get(0), sorted.get(sorted.size() - 1), polarity);
    }

    /** Of sorted values: the middle one, or halfway between the two in the middle. */
    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : FigureFormat.exact((sorted.get(half - 1) + sorted.get(half)) / 2);
    }

    /** Four times the rank over how many were ranked, rounded up; none of fewer than four, and none without polarity. */
    public OptionalInt quartile() {
        return polarity == Polarity.NONE || of < FEWEST_FOR_QUARTILES
                ? OptionalInt.empty()
                : OptionalInt.of((4 * rank + of - 1) / of);
    }

    public String quartileWords() {
        if (polarity == Polarity.NONE) {
            return "No quartile: this measure has no better direction.";
        }
        if (of < FEWEST_FOR_QUARTILES) {
            return "No quartile: there are fewer than " + FEWEST_FOR_QUARTILES + " figures.";
        }
        return "Quartile " + quartile().getAsInt() + ": four times rank " + rank + ", divided by " + of
                + " and rounded up; 1 is the best quarter.";
    }

    /** What rank 1 is, as in "1 is the lowest figure, which is best". */
    public String first() {
        return switch (polarity) {
            case LOW_IS_GOOD -> "the lowest figure, which is best";
            case HIGH_IS_GOOD -> "the highest figure, which is best";
            case NONE -> "the highest figure; this measure has no better direction";
        };
    }
}
