package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Links;
import careledger.api.explorer.Block.Text;
import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures that fit a question, the best first, each with its newest figure. */
@Component
final class SearchPage implements PageMaker {
    private static final int SHOWN = 25;

    private final Questions questions;

    SearchPage(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Route route() {
        return Route.SEARCH;
    }

    @Override
    public PageContent make(PageVisit visit) {
        String query = visit.address().choice("q").orElse("");
        AreaEntry area = visit.area();
        List<IndicatorEntry> found = query.isEmpty()
                ? List.of()
                : List.copyOf(visit.catalogue().search().find(query));
        List<Block> blocks = new ArrayList<>();
        if (found.isEmpty()) {
            if (!query.isEmpty()) {
                blocks.add(new Text("Try fewer or other words, or look through the topics."));
            }
            nearest(query, visit).ifPresent(blocks::add);
            blocks.add(new Heading("Topics", "topics"));
            blocks.add(new Block.Inline(visit.catalogue().topics().stream()
                    .map(topic -> new IndicatorModel.Action(
                            topic.title(), Route.TOPIC.of(topic.id()).link()))
                    .toList()));
        } else {
            blocks.add(new Links(items(found.stream().limit(SHOWN).toList(), area, visit)));
        }
        String title = query.isEmpty() ? "Search" : "Search: " + query;
        return SheetModel.page(title, List.of(), lead(query, found.size()), blocks);
    }

    private static String lead(String query, int found) {
        if (query.isEmpty()) {
            return "Type a word such as dentist, foster or exams into the search box.";
        }
        if (found == 0) {
            return "Nothing was found for “" + query + "”.";
        }
        return found > SHOWN
                ? "The first %d of %,d measures.".formatted(SHOWN, found)
                : Words.count(found, "measure", "measures") + ".";
    }

    private List<Links.Item> items(List<IndicatorEntry> found, AreaEntry area, PageVisit visit) {
        FilterDraft draft = new FilterDraft()
                .indicators(found.stream().map(IndicatorEntry::id).toArray(String[]::new))
                .areas(area.id())
                .latest(1);
        Map<String, Observation> newest =
                Newest.byIndicator(questions.figures(visit, draft.filter(), Optional.empty()));
        Set<String> inParts =
                questions.figures(visit, draft.breakdowns(BreakdownScope.ALL).filter(), Optional.empty()).stream()
                        .map(Observation::indicator)
                        .collect(Collectors.toSet());
        return found.stream()
                .map(indicator -> new Links.Item(
                        indicator.title(),
                        new Address(
                                        Route.INDICATOR,
                                        indicator.id(),
                                        visit.address().choices())
                                .link(),
                        said(newest.get(indicator.id()), inParts.contains(indicator.id()), area)
                                + indicator.plainEnglish()))
                .toList();
    }

    private static String said(@Nullable Observation figure, boolean inParts, AreaEntry area) {
        if (figure != null) {
            return area.name() + ": " + figure.valueText() + ", " + FigurePeriod.label(figure) + ". ";
        }
        return inParts
                ? area.name() + ": figures by group, none for all together. "
                : "No figures for " + area.name() + ". ";
    }

    private static Optional<Block> nearest(String query, PageVisit visit) {
        List<String> titles = new ArrayList<>();
        visit.catalogue().indicators().forEach(indicator -> titles.add(indicator.title()));
        List<IndicatorModel.Action> near = Nearest.to(query, titles).stream()
                .flatMap(title -> visit.catalogue().indicators().stream()
                        .filter(indicator -> indicator.title().equals(title)))
                .map(indicator -> new IndicatorModel.Action(
                        indicator.title(), Route.INDICATOR.of(indicator.id()).link()))
                .toList();
        return near.isEmpty() ? Optional.empty() : Optional.of(new Block.Inline(near));
    }
}
