package careledger.api.explorer;

import careledger.answers.catalogue.SourceEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.PublishedDay;
import careledger.answers.revision.Revision;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Links;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is new: the newest documents, and the figures that a later document changed. */
@Component
final class ChangesPage implements PageMaker {
    private static final int DOCUMENTS = 12;
    private static final int REVISIONS = 60;

    private final Questions questions;

    ChangesPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.CHANGES;
    }

    @Override
    public PageContent make(PageVisit visit) {
        Optional<LocalDate> since = visit.day("since", false);
        List<SourceEntry> newest = visit.catalogue().sources().stream()
                .filter(source -> since.filter(source.publishedOn()::isBefore).isEmpty())
                .sorted(Comparator.comparing(SourceEntry::publishedOn).reversed())
                .limit(DOCUMENTS)
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Choice(
                Route.CHANGES.address().link(),
                "since",
                "Since",
                "date",
                visit.address().choice("since").orElse("")));
        blocks.add(new Heading("New documents", "documents"));
        blocks.add(new Links(newest.stream().map(ChangesPage::item).toList()));
        blocks.add(new Heading("Figures that a later document changed", "revisions"));
        List<Revision> revisions =
                questions.revisions(visit, Optional.empty(), since, REVISIONS).rows();
        blocks.add(
                revisions.isEmpty()
                        ? new Block.Text("None.")
                        : new Block.Table(new PageTable(
                                "Revisions, newest first",
                                List.of(
                                        Column.text("Measure"),
                                        Column.text("Period"),
                                        Column.number("Before"),
                                        Column.number("After"),
                                        Column.text("Changed by")),
                                revisions.stream()
                                        .map(revision -> row(revision, visit))
                                        .toList())));
        blocks.add(new Block.Inline(List.of(
                new IndicatorModel.Action(
                        "Differences between releases of the data",
                        Route.RELEASES.address().link()),
                new IndicatorModel.Action("Feed (Atom)", "/api/releases.atom"))));
        return SheetModel.page("What changed", List.of(), "", blocks);
    }

    private static Links.Item item(SourceEntry source) {
        return new Links.Item(
                source.title(),
                Route.SOURCE.of(source.id()).link(),
                source.publisher() + ", " + Words.published(source) + ": "
                        + Words.count(source.observations(), "figure", "figures"));
    }

    private static List<Cell> row(Revision revision, PageVisit visit) {
        return List.of(
                new Cell(
                        revision.after().indicatorTitle(),
                        visit.measureLink(revision.after()),
                        revision.after().areaName()),
                new Cell(
                        FigurePeriod.label(revision.after()),
                        "",
                        revision.after().breakdownLabel()),
                Cell.figure(revision.before(), visit),
                Cell.figure(revision.after(), visit),
                new Cell(revision.after().sourceTitle(), "", PublishedDay.words(revision.after())));
    }
}
