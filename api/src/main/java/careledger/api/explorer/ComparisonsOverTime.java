package careledger.api.explorer;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.comparison.ComputedFigure;
import careledger.answers.comparison.ComputedFigures;
import careledger.answers.comparison.ComputedKind;
import careledger.answers.comparison.GapMove;
import careledger.answers.comparison.YearRow;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The comparisons of an area over the years, as tables: with England and the region, by rank, and by document. */
record ComparisonsOverTime(Questions questions, PageVisit visit) {
    private static final Set<ComputedKind> GAPS =
            EnumSet.of(ComputedKind.GAP_TO_COUNTRY, ComputedKind.GAP_TO_REGION, ComputedKind.GAP_TO_ALL_CHILDREN);

    List<Block> blocks(IndicatorEntry indicator, String area) {
        Trend trend = questions.trend(visit, indicator.id(), List.of(area), List.of(), visit.asOf());
        ComputedFigures computed = questions.computed(visit, trend, visit.asOf());
        List<Block> blocks = new ArrayList<>();
        List<ComputedFigure> gaps = computed.rows().stream()
                .filter(row -> GAPS.contains(row.kind()))
                .toList();
        if (!gaps.isEmpty()) {
            blocks.add(new Heading("Beside England and the region, over the years", "gaps"));
            blocks.add(new Block.Table(gaps(indicator, gaps)));
        }
        ranks(indicator, trend, blocks);
        List<ComputedFigure> others = computed.rows().stream()
                .filter(row -> !GAPS.contains(row.kind()))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Heading("Worked out from these figures", "computed"));
            blocks.add(new Block.Table(worked(indicator, others)));
        }
        computed.notes().forEach(note -> blocks.add(new Block.Text(note)));
        List<YearRow> years = questions.years(visit, trend, visit.asOf());
        if (!years.isEmpty()) {
            blocks.add(new Heading("What every document says, year by year", "documents"));
            blocks.add(new Block.Table(documents(indicator, years)));
        }
        return blocks;
    }

    private PageTable gaps(IndicatorEntry indicator, List<ComputedFigure> gaps) {
        return new PageTable(
                indicator.title() + ", gap to England, the region or all children",
                List.of(
                        Column.text("Period"),
                        Column.number("Area"),
                        Column.text("Beside"),
                        Column.number("Its figure"),
                        Column.text("Gap"),
                        Column.text("Judgement"),
                        Column.text("Since the year before")),
                gaps.stream()
                        .map(gap -> List.of(
                                Cell.of(gap.period().label()),
                                Cell.figure(gap.figure(), gap.provisional() ? "provisional [p]" : "", visit),
                                Cell.of(text(gap.otherName())),
                                new Cell(text(gap.otherText()), "", "", gap.otherValue()),
                                new Cell(gap.valueText(), "", "", gap.valueText()),
                                Cell.of(word(gap.direction())),
                                Cell.of(word(gap.gapMove()))))
                        .toList());
    }

    private void ranks(IndicatorEntry indicator, Trend trend, List<Block> blocks) {
        List<Observation> points = trend.lines().stream()
                .map(TrendLine::points)
                .flatMap(List::stream)
                .toList();
        List<Standing> beside = questions.standings(visit, points, StandingGroup.NEIGHBOURS, visit.asOf());
        if (beside.isEmpty()) {
            return;
        }
        Map<String, Standing> all = new HashMap<>();
        questions
                .standings(visit, points, StandingGroup.AUTHORITIES, visit.asOf())
                .forEach(standing -> all.put(standing.claim(), standing));
        blocks.add(new Heading("Rank among the neighbours, over the years", "ranks"));
        blocks.add(new Block.Table(new PageTable(
                indicator.title() + ", beside the statistical neighbours (model of "
                        + beside.get(0).model() + ")",
                List.of(
                        Column.text("Period"),
                        Column.number("Area"),
                        Column.number("Neighbours' middle"),
                        Column.text("Rank"),
                        Column.number("Quarter"),
                        Column.text("Rank of councils held here"),
                        Column.number("Ahead of, per cent")),
                beside.stream()
                        .map(standing -> rank(standing, all.get(standing.claim())))
                        .toList())));
    }

    private List<Cell> rank(Standing standing, @Nullable Standing ofAll) {
        Integer quartile = standing.quartile();
        Double percentile = ofAll == null ? null : ofAll.percentile();
        return List.of(
                Cell.of(standing.period().label()),
                Cell.figure(standing.figure(), standing.provisional() ? "provisional [p]" : "", visit),
                new Cell(standing.medianText(), "", "", standing.median()),
                Cell.of(Words.ordinal(standing.rank()) + " of " + standing.ranked()),
                quartile == null ? Cell.none() : Cell.count(quartile),
                ofAll == null ? Cell.none() : Cell.of(Words.ordinal(ofAll.rank()) + " of " + ofAll.ranked()),
                percentile == null ? Cell.none() : new Cell(FigureFormat.number(percentile, 0), "", "", percentile));
    }

    private static PageTable worked(IndicatorEntry indicator, List<ComputedFigure> rows) {
        return new PageTable(
                indicator.title() + ", values that no document prints",
                List.of(
                        Column.text("What"),
                        Column.text("Period"),
                        Column.number("Value"),
                        Column.text("How it was worked out")),
                rows.stream()
                        .map(row -> List.of(
                                Cell.of(row.title()),
                                Cell.of(row.period().label()),
                                new Cell(row.valueText(), "", row.provisional() ? "provisional [p]" : "", row.value()),
                                Cell.of(row.rule())))
                        .toList());
    }

    private PageTable documents(IndicatorEntry indicator, List<YearRow> years) {
        return new PageTable(
                indicator.title() + ", every document's values",
                List.of(
                        Column.text("Period"),
                        Column.number("Value"),
                        Column.text("Document"),
                        Column.text("Shown"),
                        Column.text("All values of the period")),
                years.stream()
                        .flatMap(year -> year.values().stream()
                                .map(value -> List.of(
                                        Cell.of(year.period().label()),
                                        Cell.figure(value, visit),
                                        Cell.of(value.sourceTitle()),
                                        Cell.of(value.headline() ? "yes" : "no"),
                                        Cell.of(
                                                year.values().size() == 1
                                                        ? "the only one"
                                                        : year.agree() ? "agree" : "differ"))))
                        .toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String word(@Nullable Direction direction) {
        return direction == null ? "" : Words.beside(direction);
    }

    private static String word(@Nullable GapMove move) {
        if (move == null) {
            return "–";
        }
        return switch (move) {
            case WIDER -> "wider";
            case NARROWER -> "narrower";
            case UNCHANGED -> "no clear change";
            case CROSSED -> "on the other side";
        };
    }
}
