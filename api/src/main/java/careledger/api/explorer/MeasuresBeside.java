package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Inline;
import careledger.api.explorer.Block.Picture;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.api.explorer.chart.TrendPicture;
import careledger.api.explorer.chart.TrendPictures;
import careledger.api.explorer.chart.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several measures of one area, each in a panel with a scale of its own: measures of different units share no axis, and
 * none is worked out from another. The address names them, as in {@code measures=neet_pct,eet_pct}.
 */
record MeasuresBeside(Questions questions, PageVisit visit) {
    /** The choice of the address that names them. */
    static final String CHOICE = "measures";

    private static final int MOST = 5;
    private static final int MOST_OFFERED = 8;

    /** The panels that are chosen, and which may be added; empty where there is nothing to offer either. */
    List<Block> blocks(IndicatorEntry indicator, AreaEntry area) {
        List<IndicatorEntry> chosen = chosen(indicator);
        List<Block> blocks = new ArrayList<>();
        if (!chosen.isEmpty()) {
            panels(Stream.concat(Stream.of(indicator), chosen.stream()).toList(), area, blocks);
        }
        List<Action> offered = chosen.size() < MOST ? offered(indicator, chosen) : List.of();
        if (!offered.isEmpty()) {
            blocks.add(new Heading("Add a measure", "add"));
            blocks.add(new Inline(offered));
        }
        return blocks;
    }

    private List<IndicatorEntry> chosen(IndicatorEntry indicator) {
        Set<IndicatorEntry> chosen = visit.address().choice(CHOICE).stream()
                .flatMap(ids -> Stream.of(ids.split("[,\\s]+")))
                .filter(id -> !id.isEmpty())
                .map(id -> visit.indicator(id, CHOICE))
                .filter(other -> !other.id().equals(indicator.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (chosen.size() > MOST) {
            PageVisit.refuse(InvalidArgument.badInput(
                    ArgumentPath.of(CHOICE),
                    "The address names " + chosen.size() + " measures, and a page shows " + MOST + " beside its own.",
                    "Name fewer."));
        }
        return List.copyOf(chosen);
    }

    private void panels(List<IndicatorEntry> measures, AreaEntry area, List<Block> blocks) {
        blocks.add(new Heading("Measures beside each other, " + area.name(), CHOICE));
        blocks.add(new Block.Text("Each measure has a scale of its own."));
        List<Action> leaveOut = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            IndicatorEntry measure = measures.get(i);
            List<String> areas = IndicatorPage.areas(visit, measure, area, Optional.empty(), Optional.empty());
            Trend trend = questions.trend(visit, measure.id(), areas, List.of(), visit.asOf());
            TrendLine line = IndicatorPage.first(trend, area);
            blocks.add(new Heading(measure.title(), CHOICE + "-" + i));
            visit.notices()
                    .of(measure.id(), area.id())
                    .forEach(notice -> blocks.add(new Block.Note(notice.sentence())));
            blocks.add(new Block.Text(new IndicatorSentences(trend, line, area, Window.ALL, "").summary()));
            picture(trend, line, i).ifPresent(blocks::add);
            line.points().forEach(point -> rows.add(row(measure, point)));
            if (i > 0) {
                leaveOut.add(new Action(
                        "Leave out: " + measure.title(),
                        link(measures.stream().skip(1).filter(one -> !one.equals(measure)))));
            }
        }
        blocks.add(new Block.Table(new PageTable(
                "The figures of these measures, " + area.name(),
                List.of(Column.text("Measure"), Column.text("Period"), Column.number("Value")),
                rows)));
        blocks.add(new Inline(leaveOut));
    }

    private static Optional<Block> picture(Trend trend, TrendLine line, int place) {
        if (line.points().isEmpty() || !TrendPictures.fits(trend)) {
            return Optional.empty();
        }
        TrendPicture picture = TrendPictures.of(trend, Window.usual(line), IndicatorPage.COUNTRY, false);
        return picture.empty()
                ? Optional.empty()
                : Optional.of(new Picture(IndicatorCharts.view(picture, "panel" + place, "panel" + place + "-narrow")));
    }

    private List<Cell> row(IndicatorEntry measure, Observation point) {
        return List.of(
                Cell.of(measure.title(), Route.INDICATOR.of(measure.id()).link()),
                Cell.of(visit.when(point)),
                Cell.figure(point, visit));
    }

    /** This page with these measures beside its own. */
    private String link(Stream<IndicatorEntry> measures) {
        return visit.address()
                .with(CHOICE, measures.map(IndicatorEntry::id).collect(Collectors.joining(",")))
                .link();
    }

    /** What is related to the measure, then what else its topic has. */
    private List<Action> offered(IndicatorEntry indicator, List<IndicatorEntry> chosen) {
        Stream<IndicatorEntry> related = indicator.related().stream()
                .flatMap(entry -> visit.catalogue().indicator(entry.indicatorId()).stream());
        Stream<IndicatorEntry> ofTopic = visit.catalogue().indicators().stream()
                .filter(other -> other.topic().equals(indicator.topic()));
        return Stream.concat(related, ofTopic)
                .distinct()
                .filter(other -> !other.id().equals(indicator.id()) && !chosen.contains(other))
                .limit(MOST_OFFERED)
                .map(other -> new Action(other.title(), link(Stream.concat(chosen.stream(), Stream.of(other)))))
                .toList();
    }
}
