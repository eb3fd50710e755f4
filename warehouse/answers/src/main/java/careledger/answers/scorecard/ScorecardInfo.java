package careledger.answers.scorecard;

import careledger.answers.catalogue.PeriodEntry;
import java.util.List;

/** A scorecard that can be asked for, and the periods of which it has figures, oldest first. */
public record ScorecardInfo(String id, String title, String audience, List<PeriodEntry> periods) {
    public ScorecardInfo {
        periods = List.copyOf(periods);
    }
}
