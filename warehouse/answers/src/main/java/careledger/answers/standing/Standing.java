package careledger.answers.standing;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.Ranking;
import careledger.answers.observation.AboutFigure;
import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rank of one figure among those of others for the same thing, period and definition.
 *
 * @param figure the figure that is ranked
 * @param model year of the neighbour model; null where every authority is ranked
 * @param median of the others, without the area itself
 * @param direction of the figure against that median
 * @param rank 1 is best, or highest where neither way is good; ties share the better rank
 * @param ranked how many were ranked: the others, and the area
 * @param quartile 1 is the best quarter; absent where neither way is good or too few were ranked
 * @param percentile the percentage of the others that the area is ahead of, level ones counted half; absent where too few
 *     were ranked
 * @param missing neighbours without such a figure; empty where every authority is ranked
 * @param claims ids of all figures that were ranked, the area's first
 */
public record Standing(
        StandingGroup group,
        @Nullable String model,
        Observation figure,
        PeriodEntry period,
        double median,
        String medianText,
        double lowest,
        double highest,
        Direction direction,
        int rank,
        int ranked,
        @Nullable Integer quartile,
        @Nullable Double percentile,
        List<AreaEntry> missing,
        boolean provisional,
        String rule,
        List<String> claims)
        implements AboutFigure {
    public Standing {
        missing = List.copyOf(missing);
        claims = List.copyOf(claims);
    }

    /** Of the figure. */
    public double value() {
        return figure.number();
    }

    public String valueText() {
        return figure.valueText();
    }

    /** Of the figure that is ranked. */
    public String claim() {
        return figure.claim();
    }

    /** What rank 1 is, as in "the lowest figure, which is best". */
    public String first() {
        return new Ranking(rank, ranked, median, lowest, highest, figure.polarity()).first();
    }

    /** Unique among all ranks. */
    public String id() {
        return "derived/rank/" + group.name().toLowerCase(Locale.ROOT) + "/" + figure.claim();
    }
}
