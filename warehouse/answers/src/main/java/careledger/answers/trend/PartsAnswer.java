package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.DimensionEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answer for an indicator that documents print only in parts: the lines of the parts, a total where they add up, and
 * sentences that say so.
 *
 * @param trend of the parts
 * @param parts their query, and by what else there are figures
 */
record PartsAnswer(Trend trend, PartsOnly.Found parts, TrendQuery query, ReleaseCatalogue catalogue) {
    private static final int NAMED = 8;

    Trend answer() {
        Optional<AddedTotal> total = AddedTotal.of(
                trend.indicator(), query.areas().get(0), parts.query().breakdown(), trend.lines());
        List<TrendLine> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        notes.add(
                parts.others().isEmpty()
                        ? "The documents print this only by " + dimensions() + ", so the lines are its parts."
                        : "The documents print this only in parts. The lines are those by " + dimensions()
                                + "; there are figures by " + titles(parts.others(), ", ") + " too.");
        total.ifPresent(sum -> {
            lines.add(sum.line(trend.indicator(), catalogue));
            notes.add(sum.rule());
        });
        lines.addAll(trend.lines());
        notes.addAll(trend.notes());
        Optional<TrendHeadline> sum =
                total.map(found -> new TrendHeadline(trend.indicator(), lines.get(0), FiguresBeside.none()));
        String published = "Published only " + how() + ", " + latest(NAMED);
        String fitted = fitted();
        return new Trend(
                trend.indicator(),
                sum.map(headline -> headline.sentences() + " This total is added up from its parts. " + published)
                        .orElseGet(() -> FigureFormat.capital(TrendPhrases.where(area())) + ", "
                                + TrendSubject.ofParts(trend.indicator()) + " is published only " + how()
                                + ", " + latest(NAMED)),
                sum.map(headline -> headline.parts(Optional.of(fitted))).orElseGet(() -> TrendSummary.only(fitted)),
                lines,
                trend.targets(),
                trend.breaks(),
                trend.comparators(),
                trend.printedAverages(),
                trend.related(),
                notes,
                trend.sources(),
                trend.dataVersion());
    }

    private AreaEntry area() {
        return catalogue.area(query.areas().get(0)).orElseThrow();
    }

    private String how() {
        return (parts.others().isEmpty() ? "by " : "in parts, here by ") + dimensions();
    }

    private String dimensions() {
        return titles(
                parts.query().breakdown().stream().map(MemberFilter::dimension).toList(), " and ");
    }

    private String titles(List<String> dimensions, String between) {
        return dimensions.stream()
                .map(id -> catalogue
                        .dimension(id)
                        .map(DimensionEntry::title)
                        .orElse(id)
                        .toLowerCase(Locale.UK))
                .collect(Collectors.joining(between));
    }

    /** "Female, aged 0 to 4": the label without the names of the dimensions. */
    private static String members(Observation figure) {
        return Stream.of(figure.breakdownLabel().split("; ", -1))
                .map(part -> part.substring(part.indexOf(": ") + 1).strip())
                .collect(Collectors.joining(", "));
    }

    /** With as many parts as fit a page. */
    private String fitted() {
        String only = "Published only " + how();
        return TrendSummary.fitted(Stream.concat(
                        IntStream.iterate(NAMED, named -> named > 0, named -> named - 1)
                                .mapToObj(named -> only + ", " + latest(named)),
                        Stream.of(only + "."))
                .toArray(String[]::new));
    }

    /** When, and the figures of the newest period, the largest first: "in 2019-20. Placement order: 27; and 5 more." */
    private String latest(int named) {
        List<Observation> figures = trend.lines().stream()
                .filter(line ->
                        line.main() && line.area().id().equals(query.areas().get(0)))
                .flatMap(line -> line.points().stream())
                .toList();
        Observation newest = figures.stream()
                .max(Comparator.comparing(Observation::periodEnd).thenComparing(Observation::period))
                .orElseThrow();
        List<Observation> ofNewest = figures.stream()
                .filter(figure -> figure.period().equals(newest.period()))
                .sorted(Comparator.comparing((Observation figure) -> figure.value() == null ? 0 : -figure.number())
                        .thenComparing(Observation::breakdown))
                .toList();
        int more = ofNewest.size() - named;
        return FigurePeriod.describe(newest) + ". "
                + ofNewest.stream()
                        .limit(named)
                        .map(figure -> members(figure) + ": " + figure.valueText())
                        .collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "") + ".";
    }
}
