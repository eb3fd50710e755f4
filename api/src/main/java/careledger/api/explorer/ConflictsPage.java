package careledger.api.explorer;

import careledger.answers.conflict.Conflict;
import careledger.answers.query.Page;
import careledger.api.explorer.IndicatorModel.Action;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every figure on which documents disagree, with one another or with themselves. */
@Component
final class ConflictsPage implements PageMaker {
    private static final int SHOWN = 150;

    private final Questions questions;

    ConflictsPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.CONFLICTS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        Optional<String> indicator = visit.address().choice("indicator").map(id -> visit.indicator(id)
                .id());
        Optional<String> area =
                visit.address().choice("area").map(id -> visit.area(id).id());
        Page<Conflict> found = questions.conflicts(visit, indicator, area, SHOWN);
        String all = Words.count(found.totalCount(), "figure", "figures");
        String caption = found.hasNextPage() ? "The first " + SHOWN + " of " + all : all;
        return SheetModel.page(
                "Where documents disagree",
                List.of(new Action("Data", Route.DATA.address().link())),
                found.rows().isEmpty()
                        ? "No two figures of the same thing differ by more than rounding."
                        : "The same thing, by the same definition, printed with values that differ by more than"
                                + " rounding: in two documents, or in two places of one.",
                found.rows().isEmpty()
                        ? List.of()
                        : List.of(new Block.Table(ConflictTable.of(caption, found.rows(), visit))));
    }
}
