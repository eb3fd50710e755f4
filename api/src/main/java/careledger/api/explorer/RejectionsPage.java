package careledger.api.explorer;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.api.graphql.RejectionRow;
import careledger.release.run.RecordedRejection;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.schema.text.UnknownIdException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Which rows a run refused and why; what was in them is for engineers and not here. */
@Component
final class RejectionsPage implements PageMaker {
    private static final int PAGE = 100;

    private final RunRecords runs;

    RejectionsPage(RunRecords runs) {
        this.runs = runs;
    }

    @Override
    public Route route() {
        return Route.REJECTIONS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        Optional<String> run = visit.address()
                .choice("run")
                .or(() -> runs.list().stream().map(RunRecord::id).findFirst());
        List<RecordedRejection> all = run.map(this::rejections).orElse(List.of());
        int page = page(visit);
        List<Block> blocks = new ArrayList<>();
        Map<String, Long> byRule = all.stream()
                .collect(Collectors.groupingBy(RecordedRejection::rule, TreeMap::new, Collectors.counting()));
        if (!byRule.isEmpty()) {
            blocks.add(new Heading("By rule", "rules"));
            blocks.add(new Block.Facts(byRule.entrySet().stream()
                    .map(rule -> new Block.Facts.Fact(
                            rule.getKey(), Words.count(rule.getValue(), "row or cell", "rows or cells"), ""))
                    .toList()));
            blocks.add(new Heading("One by one", "rows"));
            blocks.add(new Block.Table(table(run.orElse(""), all, page)));
            blocks.add(new Block.Inline(pages(visit, all.size(), page)));
        }
        return SheetModel.page(
                "What was refused",
                List.of(
                        new Action("Data", Route.DATA.address().link()),
                        new Action("Runs", Route.RUNS.address().link())),
                all.isEmpty()
                        ? "The run refused nothing."
                        : Words.count(all.size(), "row or cell was", "rows and cells were") + " refused by the run "
                                + run.orElse("") + ".",
                blocks);
    }

    private List<RecordedRejection> rejections(String run) {
        try {
            return runs.rejections(runs.get(run).id());
        } catch (UnknownIdException e) {
            throw new InvalidQueryException(
                    InvalidArgument.unknownNear(ArgumentPath.of("run"), "run", run, e.nearest()));
        }
    }

    private static PageTable table(String run, List<RecordedRejection> all, int page) {
        return new PageTable(
                "Refused rows and cells",
                List.of(
                        Column.text("File"),
                        Column.number("Line"),
                        Column.text("Column"),
                        Column.text("Rule"),
                        Column.text("What to do")),
                IntStream.range(Math.min(all.size(), page * PAGE), Math.min(all.size(), (page + 1) * PAGE))
                        .mapToObj(place -> RejectionRow.of(place, run, all.get(place), false))
                        .map(row -> List.of(
                                Cell.of(row.file()),
                                Cell.count(row.line()),
                                Cell.of(row.column() == null ? "" : row.column()),
                                Cell.of(row.rule()),
                                Cell.of(row.reason())))
                        .toList());
    }

    private static List<Action> pages(PageVisit visit, int rows, int page) {
        List<Action> pages = new ArrayList<>();
        if (page > 0) {
            pages.add(new Action(
                    "Previous page",
                    visit.address().with("page", Integer.toString(page)).link()));
        }
        if ((page + 1) * PAGE < rows) {
            pages.add(new Action(
                    "Next page",
                    visit.address().with("page", Integer.toString(page + 2)).link()));
        }
        return pages;
    }

    /** The page that is chosen, from 0. */
    private static int page(PageVisit visit) {
        return visit.address()
                .choice("page")
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(text -> Integer.parseInt(text) - 1)
                .orElse(0);
    }
}
