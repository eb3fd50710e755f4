package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.trend.Trend;
import java.util.List;

/** What the page of an indicator says first. */
record IndicatorSentences(Trend trend, AreaEntry area) {
    String summary() {
        return trend.headline();
    }

    /** The second line. */
    List<String> more() {
        return List.of();
    }

    /** Why there is no chart. */
    String nothing() {
        boolean suppressed =
                trend.lines().stream().anyMatch(line -> !line.points().isEmpty());
        return suppressed
                ? "Every figure of " + area.name() + " is withheld or missing. The table says for each period why."
                : "No figure of " + area.name() + " was published for this measure.";
    }
}
