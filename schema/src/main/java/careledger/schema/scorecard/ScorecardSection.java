package careledger.schema.scorecard;

import java.util.List;

/** Rows under one heading, in the order in which they are read. */
public record ScorecardSection(String title, List<ScorecardRow> rows) {
    public ScorecardSection {
        rows = List.copyOf(rows);
    }
}
