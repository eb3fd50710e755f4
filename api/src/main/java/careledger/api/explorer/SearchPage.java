package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.search.SearchQuery;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Links;
import careledger.api.explorer.Block.Text;
import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Signposts signposts;

    SearchPage(Questions questions) {
        this.questions = questions;
        this.signposts = new Signposts(questions);
    }

    @Override
    public Route route() {
        return Route.SEARCH;
    }

    @Override
    public PageContent make(PageVisit visit) {
        String query = visit.address().choice("q").orElse("");
        SearchQuery read = visit.catalogue().search().read(query);
        List<AreaEntry> places = places(read, visit);
        AreaEntry area = area(places, visit);
        List<IndicatorEntry> found = query.isEmpty()
                ? List.of()
                : List.copyOf(visit.catalogue().search().find(read));
        List<Block> blocks = new ArrayList<>();
        List<Links.Item> pages = new ArrayList<>(signposts.of(query, visit));
        places.forEach(place -> pages.add(page(place, visit)));
        if (!pages.isEmpty()) {
            blocks.add(new Links(pages));
        }
        if (found.isEmpty()) {
            if (!query.isEmpty() && pages.isEmpty()) {
                blocks.add(new Text("Try fewer or other words, or look through the topics."));
            }
            nearest(query, visit).ifPresent(blocks::add);
            blocks.add(new Heading("Topics", "topics"));
            blocks.add(new Block.Inline(visit.catalogue().topics().stream()
                    .map(topic -> new IndicatorModel.Action(
                            topic.title(), Route.TOPIC.of(topic.id()).link()))
                    .toList()));
        } else {
            if (!pages.isEmpty()) {
                blocks.add(new Heading("Measures", "measures"));
            }
            blocks.add(new Links(items(found.stream().limit(SHOWN).toList(), area, visit)));
        }
        String title = query.isEmpty() ? "Search" : "Search: " + query;
        return SheetModel.page(title, List.of(), lead(query, read, found.size(), !pages.isEmpty()), blocks);
    }

    /** Areas that the text names. */
    private static List<AreaEntry> places(SearchQuery read, PageVisit visit) {
        return read.places().values().stream()
                .flatMap(id -> visit.catalogue().area(id).stream())
                .distinct()
                .sorted(Comparator.comparing(AreaEntry::name))
                .toList();
    }

    /** The area whose figures are shown: the one chosen, else the one named in the text, else that of the service. */
    private static AreaEntry area(List<AreaEntry> places, PageVisit visit) {
        return places.size() == 1
                        && visit.address().choice("area").isEmpty()
                        && visit.catalogue().figuresOf(places.get(0)) > 0
                ? places.get(0)
                : visit.area();
    }

    private static Links.Item page(AreaEntry place, PageVisit visit) {
        return new Links.Item(
                place.name(),
                Route.AREA.of(place.id()).link(),
                visit.catalogue().figuresOf(place) > 0
                        ? "All measures that have a figure for " + place.name() + "."
                        : "No figures for " + place.name() + " are held here.");
    }

    private static String lead(String query, SearchQuery read, int found, boolean pages) {
        if (query.isEmpty()) {
            return "Type a word such as dentist, foster or exams into the search box.";
        }
        if (found == 0 && pages) {
            return "No measure has this name. See instead:";
        }
        if (found == 0 && !read.years().isEmpty() && read.terms().isEmpty()) {
            return "A year alone names no measure. Add what you want to know of it, as in “dental check 2020”.";
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
                        link(indicator, area, visit),
                        said(newest.get(indicator.id()), inParts.contains(indicator.id()), area)
                                + indicator.plainEnglish()))
                .toList();
    }

    /** With the area that was named, where it is not the usual one. */
    private static String link(IndicatorEntry indicator, AreaEntry area, PageVisit visit) {
        Address page =
                new Address(Route.INDICATOR, indicator.id(), visit.address().choices());
        return (area.id().equals(visit.area().id()) ? page : page.with("area", area.id())).link();
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
