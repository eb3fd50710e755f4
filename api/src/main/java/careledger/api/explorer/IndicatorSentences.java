package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.answers.trend.NeighbourComparison;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.chart.TrendPictures;
import careledger.api.explorer.chart.Window;
import careledger.schema.catalogue.Unit;
import careledger.schema.period.PeriodKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the page of an indicator says first: the newest figure, its day and its change; then how it compares, and what
 * came before. It states no cause.
 *
 * @param parts what the figures are broken down by; empty where they are not
 */
record IndicatorSentences(Trend trend, TrendLine line, AreaEntry area, Window window, String parts) {
    String summary() {
        if (!parts.isEmpty()) {
            return trend.indicator().title() + ", " + parts + ", in " + area.name() + ".";
        }
        return newest().map(
                        figure -> area.name() + ": " + figure.valueText() + " " + when(figure) + change(figure) + ".")
                .orElse(trend.headline());
    }

    /** The second line. */
    List<String> more() {
        Optional<Observation> newest = newest();
        if (!parts.isEmpty() || newest.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        beside(newest.get()).ifPresent(sentences::add);
        extremes(newest.get()).ifPresent(sentences::add);
        earlier().ifPresent(sentences::add);
        return sentences;
    }

    /** Why there is no chart. */
    String nothing() {
        return line.points().isEmpty()
                ? "No figure of " + area.name() + " was published for this measure."
                : "Every figure of " + area.name() + " is withheld or missing. The table says for each period why.";
    }

    private Optional<Observation> newest() {
        return figures().stream().reduce((first, second) -> second);
    }

    private List<Observation> figures() {
        return line.points().stream().filter(point -> point.value() != null).toList();
    }

    private String change(Observation figure) {
        Change change = line.change();
        Double difference = change == null ? null : change.absolute();
        if (change == null || difference == null || !change.to().id().equals(figure.period())) {
            return "";
        }
        String before = when(change.from().kind(), change.from().label());
        if (difference == 0) {
            return ", the same as " + before;
        }
        IndicatorEntry indicator = trend.indicator();
        int decimals = figures().stream().mapToInt(FigureFormat::decimals).max().orElse(0);
        String way = indicator.unit() == Unit.COUNT
                ? (difference > 0 ? " more" : " fewer")
                : (difference > 0 ? " higher" : " lower");
        return ", "
                + FigureFormat.amount(difference, indicator.unit(), decimals).replace(" per 10,000", "") + way
                + " than " + before;
    }

    private Optional<String> beside(Observation newest) {
        List<String> parts = new ArrayList<>();
        TrendPictures.ofNewestModel(trend, line).stream()
                .filter(row -> row.period().id().equals(newest.period()))
                .findFirst()
                .map(NeighbourComparison::median)
                .ifPresent(median -> parts.add(place(newest.number(), median) + " the middle of the statistical"
                        + " neighbours (" + figure(median) + ")"));
        trend.lines().stream()
                .filter(other -> other.area().id().equals(IndicatorPage.COUNTRY) && !other.equals(line))
                .flatMap(other -> other.points().stream())
                .filter(point -> point.value() != null
                        && point.period().equals(newest.period())
                        && point.segment().equals(newest.segment()))
                .findFirst()
                .ifPresent(point -> parts.add(place(newest.number(), point.number()) + " " + point.areaName() + " ("
                        + point.valueText() + ")"));
        return parts.isEmpty() ? Optional.empty() : Optional.of("It is " + String.join(" and ", parts) + ".");
    }

    private static String place(double own, double other) {
        return own > other ? "above" : own < other ? "below" : "level with";
    }

    private String figure(double value) {
        return FigureFormat.figure(
                value, trend.indicator().unit(), trend.indicator().decimals() + 1);
    }

    /** Of those that are measured like the newest one. */
    private Optional<String> extremes(Observation newest) {
        List<Observation> alike = figures().stream()
                .filter(figure -> figure.segment().equals(newest.segment()) && window.holds(figure.periodEnd()))
                .toList();
        if (alike.size() < 3) {
            return Optional.empty();
        }
        Comparator<Observation> byValue = Comparator.comparingDouble(Observation::number);
        Observation highest = alike.stream().max(byValue).orElseThrow();
        Observation lowest = alike.stream().min(byValue).orElseThrow();
        List<String> said = new ArrayList<>();
        if (!highest.period().equals(newest.period())) {
            said.add("Highest: " + highest.valueText() + " " + when(highest) + ".");
        }
        if (!lowest.period().equals(newest.period())) {
            said.add("Lowest: " + lowest.valueText() + " " + when(lowest) + ".");
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }

    private Optional<String> earlier() {
        List<Observation> before = figures().stream()
                .filter(figure -> !window.holds(figure.periodEnd()))
                .toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Observation last = Objects.requireNonNull(before.get(before.size() - 1));
        String said = last.valueText() + " " + when(last) + ".";
        return Optional.of(
                before.size() == 1
                        ? "One figure is older than this chart: " + said
                        : before.size() + " figures are older than this chart; the last of them: " + said);
    }

    private static String when(Observation figure) {
        return when(figure.periodKind(), figure.periodLabel());
    }

    private static String when(PeriodKind kind, String label) {
        return (kind == PeriodKind.SNAPSHOT ? "on " : "in ") + label;
    }
}
