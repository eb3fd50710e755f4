package careledger.schema.scorecard;

import careledger.schema.period.TimePeriod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document that a card gives back as it was printed.
 *
 * @param locator with which the place of every figure of the card starts
 * @param period that the document is about
 * @param ragKey what the colours mean, or that it is not known
 * @param directions the judgement that each printed direction stands for
 * @param measures indicator under which the document counts its measures, by trend
 * @param benchmarked indicator under which it counts those with a benchmark, by quartile
 * @param notes why what it counts and what its rows give are not the same
 */
public record Replay(
        String source,
        String locator,
        TimePeriod period,
        String ragKey,
        Map<String, Judged> directions,
        String measures,
        String benchmarked,
        List<String> notes) {
    public Replay {
        directions = Map.copyOf(directions);
        notes = List.copyOf(notes);
    }

    /** The judgement of a printed direction; none where it is not printed, or is no word of the card. */
    public Optional<Judged> judged(String direction) {
        return Optional.ofNullable(directions.get(direction));
    }
}
