package careledger.schema.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a scorecard shows. It either replays a document or is annual. Where it states no tolerance of its own, the rules of
 * change hold, which trends are judged by.
 *
 * @param neighbours area that a printed average of the statistical neighbours is filed under
 * @param country area to compare with
 * @param steady how far a figure may move and still be called steady
 * @param target how far a figure may miss its target and still be called within tolerance
 * @param level how far a figure may lie from a comparator and still be called level
 */
public record Scorecard(
        String id,
        String title,
        String audience,
        String neighbours,
        String country,
        Optional<Replay> replay,
        Optional<Annual> annual,
        Optional<Tolerance> steady,
        Optional<Tolerance> target,
        Optional<Tolerance> level,
        List<ScorecardSection> sections) {
    public Scorecard {
        sections = List.copyOf(sections);
    }

    public Stream<ScorecardRow> rows() {
        return sections.stream().flatMap(section -> section.rows().stream());
    }
}
