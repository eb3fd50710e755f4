package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.TopicEntry;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
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
        List<List<Cell>> rows = visit.catalogue().indicators().stream()
                .filter(indicator -> indicator.topic().id().equals(topic.id()))
                .map(indicator -> {
                    Observation figure = newest.get(indicator.id());
                    String link = new Address(
                                    Route.INDICATOR,
                                    indicator.id(),
                                    visit.address().choices())
                            .link();
                    return List.of(
                            new Cell(indicator.title(), link, indicator.plainEnglish()),
                            figure == null ? Cell.none() : Cell.figure(figure),
                            Cell.of(figure == null ? "no figure for all children together" : visit.when(figure)));
                })
                .toList();
        PageTable table = new PageTable(
                topic.title() + ", newest figures of " + area.name(),
                List.of(Column.text("Measure"), Column.number("Newest figure"), Column.text("For")),
                rows);
        return SheetModel.page(
                topic.title(),
                List.of(new Action("Topics", Route.TOPICS.address().link())),
                "",
                List.of(new Block.Table(table)));
    }
}
