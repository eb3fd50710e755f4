package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.TopicEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.api.explorer.AreaModel.Row;
import careledger.api.explorer.AreaModel.Section;
import careledger.api.explorer.chart.RangeStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All measures of one area on one page, each beside the range of its statistical neighbours. */
@Component
final class AreaPage implements PageMaker {
    private final Questions questions;

    AreaPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.AREA;
    }

    @Override
    public PageContent make(PageVisit visit) {
        AreaEntry area = visit.area(visit.id());
        Map<String, Observation> own = Newest.byIndicator(questions.figures(
                visit, new FilterDraft().areas(area.id()).latest(1).filter(), Optional.empty()));
        List<String> neighbours = questions.neighbours(visit, area.id());
        Map<String, Standing> beside =
                questions
                        .standings(visit, List.copyOf(own.values()), StandingGroup.NEIGHBOURS, Optional.empty())
                        .stream()
                        .collect(Collectors.toMap(Standing::indicator, Function.identity(), (one, two) -> one));
        List<Section> sections = new ArrayList<>();
        for (TopicEntry topic : visit.catalogue().topics()) {
            List<Row> rows = visit.catalogue().indicators().stream()
                    .filter(indicator -> indicator.topic().id().equals(topic.id()) && own.containsKey(indicator.id()))
                    .map(indicator -> row(indicator, own.get(indicator.id()), beside, visit))
                    .toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(topic.title(), topic.id(), rows));
            }
        }
        List<String> names = neighbours.stream()
                .flatMap(id -> visit.catalogue().area(id).stream())
                .map(AreaEntry::name)
                .toList();
        Optional<AreaWithoutFigures> without =
                own.isEmpty() ? Optional.of(new AreaWithoutFigures(area, visit)) : Optional.empty();
        String lead = without.map(AreaWithoutFigures::lead)
                .orElseGet(() ->
                        Words.count(own.size(), "measure has", "measures have") + " a figure for " + area.name() + ".");
        return PageContent.of(
                "area",
                area.name(),
                "All measures of " + area.name() + ".",
                new AreaModel(
                        area,
                        lead,
                        sections,
                        names,
                        without.map(AreaWithoutFigures::known).orElse(List.of()),
                        without.map(AreaWithoutFigures::elsewhere).orElse(List.of())));
    }

    private static Row row(
            IndicatorEntry indicator, @Nullable Observation figure, Map<String, Standing> beside, PageVisit visit) {
        if (figure == null) {
            throw new IllegalStateException("'" + indicator.id() + "' has no figure");
        }
        String link = visit.measureLink(figure);
        Standing standing = beside.get(indicator.id());
        if (standing == null) {
            return new Row(indicator.title(), link, figure.valueText(), visit.when(figure), "", "", "", figure, null);
        }
        int decimals = indicator.decimals() + 1;
        String range = standing.medianText() + " (" + FigureFormat.number(standing.lowest(), decimals) + " to "
                + FigureFormat.number(standing.highest(), decimals) + ")";
        return new Row(
                indicator.title(),
                link,
                figure.valueText(),
                visit.when(figure),
                RangeStrip.of(figure.number(), standing.lowest(), standing.median(), standing.highest()),
                range,
                Words.ordinal(standing.rank()) + " of " + standing.ranked(),
                figure,
                standing);
    }
}
