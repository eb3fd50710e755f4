package careledger.api.explorer;

import careledger.answers.diff.ReleaseChange;
import careledger.answers.diff.ReleaseDiffPage;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.schema.text.UnknownIdException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed from one release to another, figure by figure. */
@Component
final class ReleaseDifferencePage implements PageMaker {
    private static final int SHOWN = 200;
    private static final ArgumentPath RELEASE = ArgumentPath.of("release");

    private final Questions questions;
    private final Releases releases;

    ReleaseDifferencePage(Questions questions, Releases releases) {
        this.questions = questions;
        this.releases = releases;
    }

    @Override
    public Route route() {
        return Route.RELEASE_DIFFERENCE;
    }

    @Override
    public PageContent make(PageVisit visit) {
        String[] pair = visit.id().split("\\.\\.", -1);
        if (pair.length != 2) {
            PageVisit.refuse(InvalidArgument.badInput(
                    RELEASE,
                    "'" + visit.id() + "' does not name two releases.",
                    "Write the earlier one, two dots and the later one; the page of releases has links."));
        }
        Release from = release(pair[0]);
        Release to = release(pair[1]);
        List<Action> where = List.of(
                new Action("Data", Route.DATA.address().link()),
                new Action("Releases", Route.RELEASES.address().link()));
        if (from.id().equals(to.id())) {
            return SheetModel.page("Differences", where, "Both are the same release.", List.of());
        }
        ReleaseDiffPage found = questions.difference(visit, from, to, SHOWN);
        String lead = "%,d figures were added, %,d removed, %,d changed."
                .formatted(found.added(), found.removed(), found.changed());
        Block.Table table = new Block.Table(new PageTable(
                "From " + from.id() + " to " + to.id() + (found.hasNextPage() ? ", the first " + SHOWN : ""),
                List.of(
                        Column.text("Measure"),
                        Column.text("Period"),
                        Column.text("What happened"),
                        Column.number("Before"),
                        Column.number("After")),
                found.rows().stream().map(ReleaseDifferencePage::row).toList()));
        return SheetModel.page(
                "Differences between two releases", where, lead, found.rows().isEmpty() ? List.of() : List.of(table));
    }

    private static List<Cell> row(ReleaseChange change) {
        Observation figure = Objects.requireNonNull(change.after() == null ? change.before() : change.after());
        return List.of(
                new Cell(
                        figure.indicatorTitle(),
                        Route.INDICATOR.of(figure.indicator()).link(),
                        figure.areaName() + ", " + figure.breakdownLabel()),
                Cell.of(FigurePeriod.label(figure)),
                new Cell(change.kind().name().toLowerCase(Locale.ROOT), "", String.join(", ", change.columns())),
                value(change.before()),
                value(change.after()));
    }

    private static Cell value(@Nullable Observation figure) {
        return figure == null ? Cell.none() : new Cell(figure.valueText(), "", "", figure.value());
    }

    private Release release(String id) {
        try {
            return releases.get(id);
        } catch (UnknownIdException e) {
            throw new InvalidQueryException(InvalidArgument.unknownNear(RELEASE, "release", id, e.nearest()));
        }
    }
}
