package careledger.api.explorer;

import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The versions of the data that are kept. */
@Component
final class ReleasesPage implements PageMaker {
    private final Releases releases;

    ReleasesPage(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Route route() {
        return Route.RELEASES;
    }

    @Override
    public PageContent make(PageVisit visit) {
        List<Release> all = releases.list();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Release release = all.get(i);
            String before = i + 1 < all.size() ? all.get(i + 1).id() : "";
            rows.add(List.of(
                    new Cell(
                            release.id(),
                            Route.FRONT
                                    .address()
                                    .with(Route.RELEASE, release.id())
                                    .link(),
                            release.current() ? "current" : ""),
                    Cell.moment(release.manifest().createdAt(), ""),
                    Cell.count(release.manifest().observations()),
                    before.isEmpty()
                            ? Cell.of("the oldest that is kept")
                            : Cell.of(
                                    "Changes since the one before",
                                    Route.RELEASE_DIFFERENCE
                                            .of(before + ".." + release.id())
                                            .link())));
        }
        return SheetModel.page(
                "Releases",
                List.of(new Action("Data", Route.DATA.address().link())),
                "A release is a complete version of the data that never changes.",
                List.of(new Block.Table(new PageTable(
                        "Releases that are kept, newest first",
                        List.of(
                                Column.text("Release"),
                                Column.text("Made"),
                                Column.number("Figures"),
                                Column.text("Differences")),
                        rows))));
    }
}
