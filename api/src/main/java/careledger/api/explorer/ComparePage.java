package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Inline;
import careledger.api.explorer.Block.Picture;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.IndicatorModel.ChartView;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.PageTable.Column;
import careledger.api.explorer.chart.ChartWords;
import careledger.api.explorer.chart.DotPlot;
import careledger.api.explorer.chart.TrendPicture.Role;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One indicator in one period for all areas: a dot for each neighbour, and a table of every area. */
@Component
final class ComparePage implements PageMaker {
    private static final List<AreaKind> PLACES = List.of(AreaKind.AUTHORITY, AreaKind.REGION, AreaKind.COUNTRY);

    private final Questions questions;

    ComparePage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.COMPARE;
    }

    @Override
    public PageContent make(PageVisit visit) {
        IndicatorEntry indicator = visit.indicator();
        AreaEntry area = visit.area();
        List<Observation> own = own(visit, indicator, area);
        List<Action> where = List.of(new Action(
                indicator.title(),
                visit.address().to(Route.INDICATOR).without("with").link()));
        String title = "Compare areas: " + indicator.title();
        if (own.isEmpty()) {
            return SheetModel.page(
                    title,
                    where,
                    "There is no figure of " + area.name() + " for all children together, so nothing is compared.",
                    List.of());
        }
        String wanted = visit.address().choice("period").orElseGet(() -> own.get(own.size() - 1)
                .period());
        Optional<Observation> focus =
                own.stream().filter(figure -> figure.period().equals(wanted)).findFirst();
        if (focus.isEmpty()) {
            return SheetModel.page(
                    title,
                    where,
                    area.name() + " has no figure for the period " + wanted + ".",
                    List.of(new Heading("Periods with a figure", "periods"), periods(own, visit)));
        }
        return compared(visit, indicator, focus.get(), own, title, where);
    }

    private List<Observation> own(PageVisit visit, IndicatorEntry indicator, AreaEntry area) {
        return questions
                .figures(
                        visit,
                        new FilterDraft()
                                .indicators(indicator.id())
                                .areas(area.id())
                                .filter(),
                        visit.asOf())
                .stream()
                .filter(figure -> figure.value() != null)
                .toList();
    }

    private PageContent compared(
            PageVisit visit,
            IndicatorEntry indicator,
            Observation focus,
            List<Observation> own,
            String title,
            List<Action> where) {
        boolean high = indicator.polarity() != Polarity.LOW_IS_GOOD;
        Comparator<Observation> byValue = Comparator.comparingDouble(Observation::number);
        List<Observation> all = questions
                .figures(
                        visit,
                        new FilterDraft()
                                .indicators(indicator.id())
                                .areaKinds(PLACES.toArray(AreaKind[]::new))
                                .periods(focus.period())
                                .filter(),
                        visit.asOf())
                .stream()
                .filter(figure -> figure.value() != null && figure.segment().equals(focus.segment()))
                .sorted((high ? byValue.reversed() : byValue).thenComparing(Observation::areaName))
                .toList();
        List<String> neighbours = questions.neighbours(visit, focus.area());
        List<Block> blocks = new ArrayList<>();
        visit.notices().of(focus).forEach(notice -> blocks.add(new Block.Note(notice.sentence())));
        List<Block> measures = new MeasuresBeside(questions, visit).blocks(indicator, visit.area());
        boolean chosen = visit.address().choice(MeasuresBeside.CHOICE).isPresent();
        if (chosen) {
            blocks.addAll(measures);
            blocks.add(new Heading("Beside other areas", "beside"));
        }
        boolean comparable = ChartWords.comparable(indicator);
        Optional<String> with = visit.with().map(AreaEntry::id);
        if (comparable) {
            List<DotPlot.Row> rows = all.stream()
                    .filter(figure -> figure.area().equals(focus.area())
                            || figure.area().equals(IndicatorPage.COUNTRY)
                            || neighbours.contains(figure.area())
                            || with.filter(figure.area()::equals).isPresent())
                    .map(figure -> new DotPlot.Row(
                            figure.areaName(), figure.number(), figure.valueText(), role(figure, focus)))
                    .toList();
            String name = indicator.title() + ", " + FigurePeriod.label(focus);
            blocks.add(new Picture(new ChartView(
                    name,
                    DotPlot.of(name, rows, indicator.unit(), true, "dots").svg(),
                    DotPlot.of(name, rows, indicator.unit(), false, "dots-narrow")
                            .svg())));
            missing(all, neighbours, visit).ifPresent(blocks::add);
        } else {
            blocks.add(new Block.Note("Numbers of different places are not compared, since the places differ in size."
                    + " Look for the share or the rate among the related measures."));
            blocks.add(new Inline(indicator.related().stream()
                    .flatMap(entry -> visit.catalogue().indicator(entry.indicatorId()).stream())
                    .filter(ChartWords::comparable)
                    .map(other -> new Action(
                            other.title(), Route.COMPARE.of(other.id()).link()))
                    .toList()));
        }
        blocks.add(new Heading("All areas", "areas"));
        List<Standing> councils = questions.standings(visit, all, StandingGroup.AUTHORITIES, visit.asOf());
        blocks.add(new Block.Table(table(indicator, focus, all, neighbours, councils, visit)));
        blocks.addAll(new ComparisonsOverTime(questions, visit).blocks(indicator, focus.area()));
        blocks.add(new Heading("Other periods", "periods"));
        blocks.add(periods(own, visit));
        if (!chosen) {
            blocks.addAll(measures);
        }
        List<Standing> beside = questions.standings(visit, List.of(focus), StandingGroup.NEIGHBOURS, visit.asOf());
        return SheetModel.page(title, where, lead(focus, beside), blocks);
    }

    private static Role role(Observation figure, Observation focus) {
        return figure.area().equals(focus.area())
                ? Role.FOCUS
                : figure.area().equals(IndicatorPage.COUNTRY) ? Role.COUNTRY : Role.FIFTH;
    }

    private static String lead(Observation focus, List<Standing> beside) {
        String first = focus.areaName() + ": " + focus.valueText() + ", " + FigurePeriod.label(focus) + ".";
        return beside.stream()
                .findFirst()
                .map(standing -> first + " That is " + Words.ordinal(standing.rank()) + " of " + standing.ranked()
                        + " with its statistical neighbours (model of " + standing.model() + "), whose middle is "
                        + standing.medianText() + ". 1st is " + standing.first() + ".")
                .orElse(first);
    }

    private static Optional<Block> missing(List<Observation> all, List<String> neighbours, PageVisit visit) {
        String names = neighbours.stream()
                .filter(id -> all.stream().noneMatch(figure -> figure.area().equals(id)))
                .flatMap(id -> visit.catalogue().area(id).stream())
                .map(AreaEntry::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Text(
                        "These neighbours have no figure for the same period and definition: " + names + "."));
    }

    private static PageTable table(
            IndicatorEntry indicator,
            Observation focus,
            List<Observation> all,
            List<String> neighbours,
            List<Standing> councils,
            PageVisit visit) {
        Map<String, Standing> byClaim =
                councils.stream().collect(Collectors.toMap(Standing::claim, Function.identity(), (one, two) -> one));
        int ranked = councils.stream().mapToInt(Standing::ranked).max().orElse(0);
        List<List<Cell>> rows = new ArrayList<>();
        for (Observation figure : all) {
            Standing standing = byClaim.get(figure.claim());
            rows.add(List.of(
                    Cell.of(
                            figure.areaName(),
                            Route.INDICATOR
                                    .of(indicator.id())
                                    .with("area", figure.area())
                                    .link()),
                    Cell.of(kind(figure, focus, neighbours)),
                    Cell.figure(figure, visit),
                    standing == null ? Cell.none() : Cell.count(standing.rank())));
        }
        return new PageTable(
                indicator.title() + ", " + FigurePeriod.label(focus) + ", " + Words.count(all.size(), "area", "areas")
                        + (ranked == 0 ? "" : "; ranks are among " + Words.count(ranked, "council", "councils")),
                List.of(Column.text("Area"), Column.text("Is"), Column.number("Value"), Column.number("Rank")),
                rows);
    }

    private static String kind(Observation figure, Observation focus, List<String> neighbours) {
        if (figure.area().equals(focus.area())) {
            return "this area";
        }
        return switch (figure.areaKind()) {
            case COUNTRY -> "country";
            case REGION -> "region";
            default -> neighbours.contains(figure.area()) ? "statistical neighbour" : "council";
        };
    }

    private static Inline periods(List<Observation> own, PageVisit visit) {
        return new Inline(own.stream()
                .map(figure -> new Action(
                        FigurePeriod.label(figure),
                        visit.address().with("period", figure.period()).link()))
                .distinct()
                .toList());
    }
}
