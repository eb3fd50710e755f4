package careledger.api.explorer;

import careledger.answers.catalogue.SourceEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.answers.scorecard.RowAnswer;
import careledger.api.config.CareLedgerProperties;
import careledger.api.explorer.PackModel.Measure;
import careledger.api.explorer.PackModel.Section;
import careledger.api.explorer.ScorecardModel.Row;
import careledger.api.explorer.chart.ChartSize;
import careledger.api.explorer.chart.TrendDrawing;
import careledger.api.explorer.chart.TrendPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The papers for a board: a scorecard with the chart of each of its measures. */
@Component
final class PackPage implements PageMaker {
    /** Sentences below the chart, so that a measure keeps to half a page. */
    private static final int SENTENCES = 2;

    private final ScorecardPage scorecards;
    private final IndicatorPage indicators;
    private final String council;

    PackPage(ScorecardPage scorecards, IndicatorPage indicators, CareLedgerProperties properties) {
        this.scorecards = scorecards;
        this.indicators = indicators;
        this.council = properties.explorer().council();
    }

    @Override
    public Route route() {
        return Route.PACK;
    }

    @Override
    public PageContent make(PageVisit visit) {
        ScorecardModel card = scorecards.model(visit);
        Map<String, SourceEntry> sources = new LinkedHashMap<>();
        List<Section> sections = new ArrayList<>();
        for (ScorecardModel.Section section : card.sections()) {
            List<Measure> measures = new ArrayList<>();
            List<String> without = new ArrayList<>();
            for (Row row : section.rows()) {
                Observation latest = row.answer().latest();
                if (latest == null) {
                    without.add(row.label());
                } else {
                    measures.add(measure(row, latest, visit));
                    note(row.answer(), visit, sources);
                }
            }
            sections.add(new Section(section.title(), measures, without));
        }
        String name = card.card().area().name();
        PackModel model = new PackModel(
                card,
                council.isEmpty() ? name : council,
                sections,
                sources.values().stream()
                        .sorted(Comparator.comparing(SourceEntry::publishedOn).reversed())
                        .toList(),
                Citation.of(
                        card.card().title() + ", " + name + ", "
                                + card.card().period().label(),
                        visit));
        return PageContent.of("pack", card.card().title() + ", board pack", card.lead(), model);
    }

    private static void note(RowAnswer row, PageVisit visit, Map<String, SourceEntry> sources) {
        for (Observation figure : new Observation[] {row.latest(), row.previous(), row.england(), row.target()}) {
            if (figure != null) {
                visit.catalogue().source(figure.source()).ifPresent(source -> sources.put(source.id(), source));
            }
        }
    }

    /** Up to the figure of the card, as the page of the indicator shows it. */
    private Measure measure(Row row, Observation latest, PageVisit visit) {
        Address address = new Address(
                        Route.INDICATOR, latest.indicator(), visit.address().choices())
                .with("to", latest.periodEnd().toString());
        boolean whole = latest.breakdown().equals("total");
        PageVisit other = visit.to(address);
        IndicatorModel page = indicators.model(other);
        Optional<TrendPicture> picture = whole ? indicators.charts(other).only() : Optional.empty();
        boolean newest = whole && page.shows(latest);
        return new Measure(
                row,
                newest ? page.summary() : said(row, latest),
                newest ? String.join(" ", page.more().stream().limit(SENTENCES).toList()) : "",
                picture.map(one -> TrendDrawing.of(one, ChartSize.WIDE, "picture-of-" + latest.indicator())
                                .svg())
                        .orElse(""),
                picture.isPresent() ? page.breaks() : List.of(),
                latest.sourceTitle() + ", " + latest.sourceLocator());
    }

    private static String said(Row row, Observation latest) {
        return latest.areaName() + ": " + latest.valueText() + ", " + FigurePeriod.label(latest)
                + (row.was().isEmpty() ? "." : "; it " + row.was() + ".");
    }
}
