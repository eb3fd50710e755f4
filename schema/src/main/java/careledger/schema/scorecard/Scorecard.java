package careledger.schema.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a scorecard shows. It either replays a document or is annual. Its figures are judged by the same rules of change as
 * trends.
 *
 * @param neighbours area that a printed average of the statistical neighbours is filed under
 * @param country area to compare with
 */
public record Scorecard(
        String id,
        String title,
        String audience,
        String neighbours,
        String country,
        Optional<Replay> replay,
        Optional<Annual> annual,
        List<ScorecardSection> sections) {
    public Scorecard {
        sections = List.copyOf(sections);
    }

    public Stream<ScorecardRow> rows() {
        return sections.stream().flatMap(section -> section.rows().stream());
    }
}
