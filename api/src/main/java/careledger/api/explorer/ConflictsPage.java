package careledger.api.explorer;

import careledger.answers.conflict.Conflict;
import careledger.answers.observation.Observation;
import careledger.answers.query.Page;
import careledger.api.explorer.IndicatorModel.Action;
import java.util.ArrayList;
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
                blocks(found, caption, indicator, area, visit));
    }

    private List<Block> blocks(
            Page<Conflict> found, String caption, Optional<String> indicator, Optional<String> area, PageVisit visit) {
        List<Block> blocks = new ArrayList<>();
        if (!found.rows().isEmpty()) {
            blocks.add(new Block.Table(ConflictTable.of(caption, found.rows(), visit)));
        }
        Page<Observation> doubtful = questions.qualityNotes(visit, indicator, area, SHOWN);
        if (!doubtful.rows().isEmpty()) {
            blocks.add(new Block.Heading("Figures that do not add up", "quality-notes"));
            blocks.add(
                    new Block.Text("What speaks against a figure in its own document. The figure is shown as printed;"
                            + " nothing is corrected."));
            String all = Words.count(doubtful.totalCount(), "figure", "figures");
            blocks.add(new Block.Table(QualityNoteTable.of(
                    doubtful.hasNextPage() ? "The first " + SHOWN + " of " + all : all, doubtful.rows(), visit)));
        }
        return List.copyOf(blocks);
    }
}
