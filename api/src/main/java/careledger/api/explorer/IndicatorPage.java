package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.DimensionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.MemberEntry;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import careledger.answers.trend.SeriesBreak;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.api.explorer.IndicatorModel.BreakNote;
import careledger.api.explorer.IndicatorModel.Related;
import careledger.api.explorer.chart.ChartWords;
import careledger.api.explorer.chart.LineNames;
import careledger.api.explorer.chart.TrendPictures;
import careledger.api.explorer.chart.Window;
import careledger.api.notice.Notice;
import careledger.schema.catalogue.AreaKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An indicator for one area: the sentence, the chart, the judgements, the table, the sources. */
@Component
final class IndicatorPage implements PageMaker {
    static final String COUNTRY = "E92000001";

    private final Questions questions;

    IndicatorPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.INDICATOR;
    }

    @Override
    public PageContent make(PageVisit visit) {
        IndicatorModel model = model(visit);
        return PageContent.of(
                "indicator", model.indicator().title() + ", " + model.area().name(), model.summary(), model);
    }

    /** What the page shows, for the pack too. */
    IndicatorModel model(PageVisit visit) {
        return model(visit, asked(visit));
    }

    /** The pictures of the page. */
    IndicatorCharts charts(PageVisit visit) {
        Asked asked = asked(visit);
        return new IndicatorCharts(asked.trend(), window(visit, asked), visit.address());
    }

    /** The trend that is asked for; where an area has only parts, those of the first breakdown. */
    private Asked asked(PageVisit visit) {
        IndicatorEntry indicator = visit.indicator();
        AreaEntry area = visit.area();
        Optional<String> with = visit.with().map(AreaEntry::id);
        Optional<LocalDate> asOf = visit.asOf();
        List<Observation> parts = parts(visit, indicator, area, asOf);
        Optional<String> by = visit.address().choice("by");
        Trend trend = trend(visit, areas(visit, indicator, area, by, with), by, asOf);
        if (by.isEmpty() && first(trend, area).points().isEmpty() && !parts.isEmpty()) {
            by = Optional.of(dimensions(parts.get(0)));
            trend = trend(visit, areas(visit, indicator, area, by, with), by, asOf);
        }
        return new Asked(indicator, area, trend, parts, by);
    }

    /** The line that the page is about; an empty one where there is none. */
    static TrendLine first(Trend trend, AreaEntry area) {
        return trend.lines().stream()
                .filter(line -> line.area().equals(area))
                .findFirst()
                .orElseGet(() -> TrendLine.without(area));
    }

    /** @param parts newest figures of parts, which say what it can be broken down by */
    private record Asked(
            IndicatorEntry indicator, AreaEntry area, Trend trend, List<Observation> parts, Optional<String> by) {}

    private Trend trend(PageVisit visit, List<String> areas, Optional<String> by, Optional<LocalDate> asOf) {
        List<MemberFilter> members = by.map(ids -> members(visit, ids)).orElse(List.of());
        return questions.trend(visit, visit.indicator().id(), areas, members, asOf);
    }

    /** The area itself; beside it the country, where places may be compared, and the area that is chosen. */
    static List<String> areas(
            PageVisit visit, IndicatorEntry indicator, AreaEntry area, Optional<String> by, Optional<String> with) {
        Stream<String> beside = by.isEmpty() && ChartWords.comparable(indicator)
                ? Stream.concat(visit.catalogue().area(COUNTRY).map(AreaEntry::id).stream(), with.stream())
                : Stream.empty();
        return Stream.concat(Stream.of(area.id()), beside).distinct().toList();
    }

    private static List<MemberFilter> members(PageVisit visit, String ids) {
        List<MemberFilter> members = new ArrayList<>();
        for (String id : ids.split(",", -1)) {
            DimensionEntry dimension = visit.dimension(id.strip());
            members.add(new MemberFilter(
                    dimension.id(),
                    dimension.members().stream().map(MemberEntry::id).toList()));
        }
        return members;
    }

    private List<Observation> parts(
            PageVisit visit, IndicatorEntry indicator, AreaEntry area, Optional<LocalDate> asOf) {
        return questions.figures(
                visit,
                new FilterDraft()
                        .indicators(indicator.id())
                        .areas(area.id())
                        .breakdowns(BreakdownScope.PARTS)
                        .latest(1)
                        .filter(),
                asOf);
    }

    private static String dimensions(Observation part) {
        return String.join(
                ",",
                Stream.of(part.dimension1(), part.dimension2(), part.dimension3())
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private IndicatorModel model(PageVisit visit, Asked asked) {
        IndicatorEntry indicator = asked.indicator();
        AreaEntry area = asked.area();
        Trend trend = asked.trend();
        TrendLine line = first(trend, area);
        Address address = visit.address();
        Window usual = Window.usual(line);
        Window window = window(visit, asked);
        IndicatorCharts charts = new IndicatorCharts(trend, window, address);
        IndicatorTable table = IndicatorTable.of(trend, line, window, visit);
        boolean inParts = !line.breakdown().equals("total");
        String parts = asked.by().map(ids -> "by " + titles(visit, ids)).orElse("");
        IndicatorSentences sentences = new IndicatorSentences(trend, line, area, window, parts);
        return new IndicatorModel(
                indicator,
                area,
                address,
                trend,
                sentences.summary(),
                sentences.more(),
                charts.views(),
                actions(visit, usual, window, charts),
                inParts ? List.of() : new IndicatorJudgements(trend, line, visit).all(),
                breaks(trend, line),
                table.caption(),
                table.columns(),
                table.ranked(),
                table.rows(),
                breakdowns(visit, asked.parts()),
                areaLinks(visit, indicator),
                related(visit, indicator),
                trend.sources(),
                notes(trend),
                visit.notices().of(indicator.id(), area.id()).stream()
                        .map(Notice::sentence)
                        .toList(),
                charts.views().isEmpty() ? sentences.nothing() : "",
                Citation.of(indicator.title() + ", " + area.name(), visit));
    }

    /** First what the lines under other definitions are, as the chart and the table name them only in short. */
    private static List<String> notes(Trend trend) {
        LineNames names = new LineNames(trend);
        return Stream.concat(
                        trend.lines().stream()
                                .filter(line -> !line.main())
                                .map(line -> names.of(line) + ": "
                                        + line.segments().get(0).definition()),
                        trend.notes().stream())
                .toList();
    }

    private static Window window(PageVisit visit, Asked asked) {
        Optional<String> from = visit.address().choice("from");
        if (from.filter("all"::equals).isPresent()) {
            return Window.ALL;
        }
        Optional<LocalDate> to = visit.day("to", true);
        if (from.isPresent() || to.isPresent()) {
            return new Window(visit.day("from", false).or(() -> usual(asked).first()), to);
        }
        return usual(asked);
    }

    /** Where nobody chooses the years. */
    private static Window usual(Asked asked) {
        return asked.by().isPresent() ? Window.ALL : Window.usual(first(asked.trend(), asked.area()));
    }

    private static List<Action> actions(PageVisit visit, Window usual, Window window, IndicatorCharts charts) {
        Address address = visit.address();
        List<Action> actions = new ArrayList<>();
        boolean shortened = usual.first().isPresent();
        if (shortened && window.equals(usual)) {
            actions.add(new Action("Show all years", address.with("from", "all").link()));
        } else if (!window.equals(usual) && address.choice("by").isEmpty()) {
            actions.add(new Action(
                    "Show the usual years",
                    address.without("from").without("to").link()));
        }
        if (charts.zoomable()) {
            boolean zero = address.choice("axis").filter("zero"::equals).isPresent();
            actions.add(
                    zero
                            ? new Action(
                                    "Show the differences larger",
                                    address.without("axis").link())
                            : new Action(
                                    "Start the axis at zero",
                                    address.with("axis", "zero").link()));
        }
        actions.add(new Action("Compare areas", address.to(Route.COMPARE).link()));
        return actions;
    }

    private static List<BreakNote> breaks(Trend trend, TrendLine line) {
        List<SeriesBreak> breaks = TrendPictures.breaksOf(trend, line);
        List<BreakNote> notes = new ArrayList<>();
        for (int i = 0; i < breaks.size(); i++) {
            SeriesBreak one = breaks.get(i);
            notes.add(new BreakNote(TrendPictures.letter(i), one.before().label(), one.reason()));
        }
        return notes;
    }

    private static List<Action> breakdowns(PageVisit visit, List<Observation> parts) {
        Set<String> ids = new LinkedHashSet<>();
        parts.forEach(part -> ids.add(dimensions(part)));
        List<Action> links = new ArrayList<>();
        if (visit.address().choice("by").isPresent()) {
            links.add(new Action("All together", visit.address().without("by").link()));
        }
        for (String id : ids) {
            links.add(new Action(
                    "By " + titles(visit, id), visit.address().with("by", id).link()));
        }
        return links;
    }

    /** As in "placement and age". */
    private static String titles(PageVisit visit, String ids) {
        return Stream.of(ids.split(",", -1))
                .map(id -> visit.dimension(id.strip()).title())
                .map(title -> title.substring(0, 1).toLowerCase(Locale.UK) + title.substring(1))
                .collect(Collectors.joining(" and "));
    }

    private List<Action> areaLinks(PageVisit visit, IndicatorEntry indicator) {
        return questions.availability(visit, List.of(indicator.id())).getOrDefault(indicator.id(), List.of()).stream()
                .map(entry -> entry.area())
                .filter(area -> area.kind() != AreaKind.NEIGHBOUR_GROUP)
                .distinct()
                .map(area -> new Action(area.name(), area.id()))
                .toList();
    }

    private static List<Related> related(PageVisit visit, IndicatorEntry indicator) {
        return indicator.related().stream()
                .flatMap(entry -> visit.catalogue().indicator(entry.indicatorId()).stream()
                        .map(other -> new Related(
                                other.title(),
                                new Address(
                                                Route.INDICATOR,
                                                other.id(),
                                                visit.address().choices())
                                        .without("by")
                                        .without("from")
                                        .without("to")
                                        .link(),
                                entry.relation())))
                .toList();
    }
}
