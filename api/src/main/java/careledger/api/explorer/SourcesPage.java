package careledger.api.explorer;

import careledger.answers.catalogue.SourceEntry;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every document that figures come from, newest first. */
@Component
final class SourcesPage implements PageMaker {
    @Override
    public Route route() {
        return Route.SOURCES;
    }

    @Override
    public PageContent make(PageVisit visit) {
        List<SourceEntry> sources = new ArrayList<>(visit.catalogue().sources());
        Collections.reverse(sources);
        List<List<Cell>> rows = sources.stream()
                .map(source -> List.of(
                        Cell.of(source.title(), Route.SOURCE.of(source.id()).link()),
                        Cell.of(source.publisher()),
                        Cell.published(source.publishedOn(), source.publishedOnNote()),
                        Cell.count(source.observations())))
                .toList();
        PageTable table = new PageTable(
                "Documents and returns, newest first",
                List.of(
                        Column.text("Document"),
                        Column.text("Publisher"),
                        Column.text("Published"),
                        Column.number("Figures")),
                rows);
        return SheetModel.page(
                "Sources",
                List.of(),
                "Every figure comes from one of these documents, and its page says where in it.",
                List.of(new Block.Table(table)));
    }
}
