package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.conflict.Conflict;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.PublishedDay;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationFilter;
import careledger.answers.revision.Revision;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Inline;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.schema.observation.ValueKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was published of an indicator and when: revisions, disagreements, and the figures as they were then. */
@Component
final class HistoryPage implements PageMaker {
    private static final int PAGE = 100;

    private final Questions questions;

    HistoryPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.HISTORY;
    }

    @Override
    public PageContent make(PageVisit visit) {
        IndicatorEntry indicator = visit.indicator();
        AreaEntry area = visit.area();
        List<Observation> claims = claims(visit, indicator, area);
        List<Block> blocks = new ArrayList<>();
        visit.notices().of(indicator.id(), area.id()).forEach(notice -> blocks.add(new Block.Note(notice.sentence())));
        blocks.add(new Heading("As published at the time", "then"));
        blocks.add(
                new Block.Text("Each link shows the page as it would have been answered on the day on which a document"
                        + " was published."));
        blocks.add(new Inline(days(claims, visit)));
        blocks.add(new Block.Choice(Route.INDICATOR.of(indicator.id()).link(), "as-of", "Another day", "date", ""));
        blocks.add(new Heading("Revisions", "revisions"));
        blocks.add(revisions(visit, indicator, area));
        blocks.add(new Heading("Where documents disagree", "conflicts"));
        blocks.add(conflicts(visit, indicator, area));
        blocks.add(new Heading("Everything published", "claims"));
        blocks.add(new Block.Table(table(claims, area, visit)));
        return SheetModel.page(
                "Revisions and disagreements: " + indicator.title(),
                List.of(new Action(
                        indicator.title(),
                        visit.address().to(Route.INDICATOR).without("as-of").link())),
                "",
                blocks);
    }

    private List<Observation> claims(PageVisit visit, IndicatorEntry indicator, AreaEntry area) {
        return questions
                .figures(
                        visit,
                        new FilterDraft()
                                .indicators(indicator.id())
                                .areas(area.id())
                                .valueKinds(ValueKind.values())
                                .headlineOnly(false)
                                .filter(),
                        Optional.empty())
                .stream()
                .sorted(Comparator.comparing(Observation::periodEnd)
                        .thenComparing(Observation::publishedOn)
                        .reversed())
                .toList();
    }

    private static List<Action> days(List<Observation> claims, PageVisit visit) {
        return claims.stream()
                .map(Observation::publishedOn)
                .distinct()
                .sorted(Comparator.<LocalDate>reverseOrder())
                .map(day -> new Action(
                        Words.day(day),
                        visit.address()
                                .to(Route.INDICATOR)
                                .with("as-of", day.toString())
                                .link()))
                .toList();
    }

    private Block revisions(PageVisit visit, IndicatorEntry indicator, AreaEntry area) {
        List<List<Cell>> rows =
                questions.revisions(visit, Optional.of(indicator.id()), Optional.empty(), PAGE).rows().stream()
                        .filter(revision -> revision.after().area().equals(area.id()))
                        .map(revision -> row(revision, visit))
                        .toList();
        return rows.isEmpty()
                ? new Block.Text("No later document changed a figure.")
                : new Block.Table(new PageTable(
                        "Figures that a later document changed",
                        List.of(
                                Column.text("Period"),
                                Column.number("Before"),
                                Column.number("After"),
                                Column.text("Changed by"),
                                Column.text("Why it counts")),
                        rows));
    }

    private static List<Cell> row(Revision revision, PageVisit visit) {
        return List.of(
                new Cell(
                        FigurePeriod.label(revision.after()),
                        "",
                        revision.after().breakdownLabel()),
                Cell.figure(revision.before(), revision.before().sourceTitle(), visit),
                Cell.figure(revision.after(), visit),
                new Cell(revision.after().sourceTitle(), "", PublishedDay.words(revision.after())),
                Cell.of(revision.rule()));
    }

    private Block conflicts(PageVisit visit, IndicatorEntry indicator, AreaEntry area) {
        List<Conflict> found = questions
                .conflicts(visit, Optional.of(indicator.id()), Optional.of(area.id()), PAGE)
                .rows();
        return found.isEmpty()
                ? new Block.Text("No two documents disagree by more than rounding.")
                : new Block.Table(ConflictTable.of("Figures on which documents disagree", found, visit));
    }

    private static String shown(Observation claim) {
        if (!claim.headline()) {
            return "no";
        }
        return ObservationFilter.USUAL_KINDS.contains(claim.valueKind())
                ? "yes"
                : "as a " + Words.valueKind(claim.valueKind());
    }

    private static PageTable table(List<Observation> claims, AreaEntry area, PageVisit visit) {
        return new PageTable(
                "All published figures of " + area.name() + ", newest period first",
                List.of(
                        Column.text("Period"),
                        Column.number("Value"),
                        Column.text("What it is"),
                        Column.text("Document"),
                        Column.text("Published"),
                        Column.text("Shown")),
                claims.stream()
                        .map(claim -> List.of(
                                Cell.of(FigurePeriod.label(claim)),
                                Cell.figure(claim, visit),
                                Cell.of(Words.valueKind(claim.valueKind())),
                                Cell.of(claim.sourceTitle()),
                                Cell.published(claim.publishedOn(), claim.publishedOnNote()),
                                Cell.of(shown(claim))))
                        .toList());
    }
}
