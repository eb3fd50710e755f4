package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.answers.trend.TrendSummary;
import careledger.api.explorer.chart.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the page of an indicator says first, in the words of the answer: the newest figure, its day and its change; then how
 * it compares, and what came before.
 *
 * @param parts what the reader wants the figures broken down by; empty where all are together
 */
record IndicatorSentences(Trend trend, TrendLine line, AreaEntry area, Window window, String parts) {
    String summary() {
        if (!parts.isEmpty()) {
            return trend.indicator().title() + ", " + parts + ", in " + area.name() + ".";
        }
        String summary = trend.summaryParts().summary();
        return line.points().isEmpty() ? summary : area.name() + ": " + summary;
    }

    /** The second line. */
    List<String> more() {
        if (!parts.isEmpty()) {
            return List.of();
        }
        TrendSummary summary = trend.summaryParts();
        List<String> sentences = new ArrayList<>();
        Stream.of(summary.turningPoint(), summary.comparison(), summary.extremes(), summary.earlier())
                .flatMap(Stream::ofNullable)
                .forEach(sentences::add);
        outside().ifPresent(sentences::add);
        return sentences;
    }

    /** Why there is no chart. */
    String nothing() {
        return line.points().isEmpty()
                ? "This service holds no figure of " + area.name() + " for this measure."
                : "Every figure of " + area.name() + " is withheld or missing. The table says for each period why.";
    }

    /** That the chart does not show every figure. */
    private Optional<String> outside() {
        long outside = line.points().stream()
                .filter(point -> point.value() != null && !window.holds(point.periodEnd()))
                .count();
        return outside == 0
                ? Optional.empty()
                : Optional.of(Words.count(outside, "figure is", "figures are")
                        + " outside the years of this chart; the table holds "
                        + (outside == 1 ? "it" : "them") + ".");
    }
}
