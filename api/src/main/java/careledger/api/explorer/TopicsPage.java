package careledger.api.explorer;

import careledger.api.explorer.Block.Links;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every topic. */
@Component
final class TopicsPage implements PageMaker {
    @Override
    public Route route() {
        return Route.TOPICS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        List<Links.Item> topics = visit.catalogue().topics().stream()
                .filter(topic -> topic.indicatorCount() > 0)
                .map(topic -> new Links.Item(
                        topic.title(),
                        Route.TOPIC.of(topic.id()).link(),
                        Words.count(topic.indicatorCount(), "measure", "measures")))
                .toList();
        return SheetModel.page("Topics", List.of(), "Every measure belongs to one topic.", List.of(new Links(topics)));
    }
}
