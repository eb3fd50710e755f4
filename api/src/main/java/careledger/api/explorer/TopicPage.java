package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.TopicEntry;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The measures of a topic, each with its newest figure. */
@Component
final class TopicPage implements PageMaker {
    private final Questions questions;

    TopicPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.TOPIC;
    }

    @Override
    public PageContent make(PageVisit visit) {
        new UnknownIds(visit.catalogue())
                .topic(visit.id(), ArgumentPath.of("topic"))
                .ifPresent(PageVisit::refuse);
        TopicEntry topic = visit.catalogue().topic(visit.id()).orElseThrow();
        AreaEntry area = visit.area();
        Map<String, Observation> newest = Newest.byIndicator(questions.figures(
                visit,
                new FilterDraft().topics(topic.id()).areas(area.id()).latest(1).filter(),
                Optional.empty()));
        List<List<Cell>> rows = new ArrayList<>();
        List<Action> without = new ArrayList<>();
        for (IndicatorEntry indicator : visit.catalogue().indicators()) {
            if (indicator.topic().id().equals(topic.id())) {
                Observation figure = newest.get(indicator.id());
                String link = new Address(
                                Route.INDICATOR, indicator.id(), visit.address().choices())
                        .link();
                if (figure == null) {
                    without.add(new Action(indicator.title(), link));
                } else {
                    rows.add(List.of(
                            new Cell(indicator.title(), link, indicator.plainEnglish()),
                            Cell.figure(figure, visit),
                            Cell.of(FigurePeriod.label(figure))));
                }
            }
        }
        return SheetModel.page(
                topic.title(),
                List.of(new Action("Topics", Route.TOPICS.address().link())),
                "",
                blocks(topic, area, rows, without));
    }

    private static List<Block> blocks(TopicEntry topic, AreaEntry area, List<List<Cell>> rows, List<Action> without) {
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(new PageTable(
                    topic.title() + ", newest figures of " + area.name(),
                    List.of(Column.text("Measure"), Column.number("Newest figure"), Column.text("For")),
                    rows)));
        }
        if (!without.isEmpty()) {
            blocks.add(new Block.Heading("Other measures", "others"));
            blocks.add(new Block.Text("There is no figure of " + area.name()
                    + " for all children together: these are published by group, or for other areas."));
            blocks.add(new Block.Links(without.stream()
                    .map(measure -> new Block.Links.Item(measure.text(), measure.link(), ""))
                    .toList()));
        }
        return blocks;
    }
}
