package careledger.schema.scorecard;

import java.util.Optional;

/**
 * One line of a scorecard.
 *
 * @param label what the card calls it
 * @param breakdown id of the breakdown, {@code total} for the whole
 * @param sibling the count of the same thing, or the percentage of it
 * @param printedChange indicator under which a replayed document prints the change of the row without an earlier figure
 */
public record ScorecardRow(
        String label, String indicator, String breakdown, Optional<String> sibling, Optional<String> printedChange) {}
