package careledger.api.explorer;

import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Links;
import careledger.api.explorer.Block.Links.Item;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where people who work with data begin: downloads, the API, and what is behind the figures. */
@Component
final class DataPage implements PageMaker {
    @Override
    public Route route() {
        return Route.DATA;
    }

    @Override
    public PageContent make(PageVisit visit) {
        String measure = "/api/q/observations.csv?indicators=cic_count&areas=" + visit.focus();
        return SheetModel.page(
                "Data and API",
                List.of(),
                "Every figure on these pages can be had as a table, with its source and status beside it.",
                List.of(
                        new Heading("Download", "downloads"),
                        new Links(List.of(
                                new Item(
                                        "Whole tables and a DuckDB file",
                                        "/api/releases/current",
                                        "The star schema of the current release as Parquet."),
                                new Item(
                                        "Queries that answer as CSV, JSON or Parquet",
                                        "/api/q",
                                        "Each has an address that keeps its columns; for Excel, Power BI, R and"
                                                + " Python."))),
                        new Block.Text("Every page can be downloaded: put .csv, .xlsx, .ods or .json at the end of its"
                                + " address. For programs, an address of queries keeps its columns:"),
                        new Block.Code(visit.base() + measure),
                        new Heading("Ask with GraphQL", "graphql"),
                        new Links(List.of(
                                new Item(
                                        "GraphiQL", "/graphiql", "A page to write questions on, with worked examples."),
                                new Item(
                                        "Feed of releases (Atom)",
                                        "/api/releases.atom",
                                        "Says when figures have changed."))),
                        new Heading("Behind the figures", "behind"),
                        new Links(List.of(
                                new Item(
                                        "Runs",
                                        Route.RUNS.address().link(),
                                        "When the deliveries were read, and with what result."),
                                new Item(
                                        "What was refused",
                                        Route.REJECTIONS.address().link(),
                                        "Rows and cells that the last run refused, with the rule."),
                                new Item(
                                        "Where documents disagree",
                                        Route.CONFLICTS.address().link(),
                                        "Both values, and the rule that decides which is shown."),
                                new Item(
                                        "Releases and their differences",
                                        Route.RELEASES.address().link(),
                                        "Every version of the data that is kept.")))));
    }
}
