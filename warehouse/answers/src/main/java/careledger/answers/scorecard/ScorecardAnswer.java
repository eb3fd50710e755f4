package careledger.answers.scorecard;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.PeriodEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard filled in, fields as the contract names them.
 *
 * @param id names the card as filled in: card, area, period and the day as of which it was asked for
 * @param card id of the card, as the argument of the question
 * @param counts by the direction that the document prints, where the card replays one; else by the change computed
 * @param computedCounts by the change computed
 * @param printedCounts as the document counts itself
 */
public record ScorecardAnswer(
        String id,
        String card,
        String title,
        AreaEntry area,
        PeriodEntry period,
        List<SectionAnswer> sections,
        ScorecardCounts counts,
        ScorecardCounts computedCounts,
        @Nullable ScorecardCounts printedCounts,
        List<String> notes,
        String dataVersion) {
    public ScorecardAnswer {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }
}
