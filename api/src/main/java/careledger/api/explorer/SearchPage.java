package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.search.SearchQuery;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Links;
import careledger.api.explorer.Block.Text;
import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Measures that fit a question, the best first, each with its newest figure. */
@Component
final class SearchPage implements PageMaker {
    private static final int SHOWN = 25;
    private static final Pattern JOINING_WORD_AT_THE_END =
            Pattern.compile("(?i)(\\s(in|of|for|vs|versus|and|to|from|since|at|on|between))+$");

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
        List<SearchYear> years = read.years().stream()
                .flatMap(year -> SearchYear.of(year).stream())
                .toList();
        List<Block> blocks = new ArrayList<>();
        List<Links.Item> pages = new ArrayList<>(signposts.of(query, visit));
        places.forEach(place -> pages.add(page(place, visit)));
        List<IndicatorEntry> found = query.isEmpty() || (read.general() && !pages.isEmpty())
                ? List.of()
                : List.copyOf(visit.catalogue().search().find(read));
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
            if (!years.isEmpty()) {
                blocks.add(new Text("Figures are those for " + named(years) + ", where there are any."));
                blocks.add(new Block.Inline(List.of(new IndicatorModel.Action(
                        "Newest figures instead",
                        visit.address().with("q", without(query, read)).link()))));
            }
            blocks.add(new Links(new SearchResults(questions, visit, area, years)
                    .items(found.stream().limit(SHOWN).toList(), read)));
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

    private static String named(List<SearchYear> years) {
        return years.stream().map(SearchYear::text).collect(Collectors.joining(" and "));
    }

    /** The text without the years that it names. */
    private static String without(String query, SearchQuery read) {
        String rest = query;
        for (String year : read.years()) {
            rest = rest.replace(year, " ");
        }
        return JOINING_WORD_AT_THE_END
                .matcher(rest.strip().replaceAll("\\s+", " "))
                .replaceFirst("");
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
