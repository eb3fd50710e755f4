package careledger.api.explorer;

import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What loaded the figures, and when. */
@Component
final class RunsPage implements PageMaker {
    private static final int SHOWN = 100;

    private final RunRecords runs;

    RunsPage(RunRecords runs) {
        this.runs = runs;
    }

    @Override
    public Route route() {
        return Route.RUNS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        List<List<Cell>> rows =
                runs.list().stream().limit(SHOWN).map(RunsPage::row).toList();
        return SheetModel.page(
                "Runs",
                List.of(new Action("Data", Route.DATA.address().link())),
                "A run reads the deliveries and publishes a release where something is new.",
                List.of(new Block.Table(new PageTable(
                        "Runs, newest first",
                        List.of(
                                Column.text("Began"),
                                Column.text("Ended as"),
                                Column.number("Rows read"),
                                Column.number("Accepted"),
                                Column.number("Refused"),
                                Column.text("Release")),
                        rows))));
    }

    private static List<Cell> row(RunRecord run) {
        return List.of(
                Cell.moment(run.startedAt(), run.trigger()),
                Cell.of(run.state().name().toLowerCase(Locale.ROOT)),
                Cell.count(run.read()),
                Cell.count(run.accepted()),
                Cell.count(
                        run.rejected(),
                        run.rejected() == 0
                                ? ""
                                : Route.REJECTIONS
                                        .address()
                                        .with("run", run.id())
                                        .link()),
                Cell.of(run.release().orElse("–")));
    }
}
