package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.DimensionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.search.SearchQuery;
import careledger.api.explorer.Block.Links;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures found by a search, each with the figure that answers it: of the years that it names, else the newest.
 *
 * @param area whose figures are shown
 */
record SearchResults(Questions questions, PageVisit visit, AreaEntry area, List<SearchYear> years) {
    private static final String TOTAL = "total";
    private static final int MOST_GROUPS = 4;

    List<Links.Item> items(List<IndicatorEntry> found, SearchQuery read) {
        FilterDraft draft = new FilterDraft()
                .indicators(found.stream().map(IndicatorEntry::id).toArray(String[]::new))
                .areas(area.id());
        Map<String, Observation> newest =
                Newest.byIndicator(questions.figures(visit, draft.latest(1).filter(), Optional.empty()));
        List<Observation> parts =
                questions.figures(visit, draft.breakdowns(BreakdownScope.ALL).filter(), Optional.empty());
        Set<String> inParts = indicators(parts);
        if (!years.isEmpty()) {
            return ofYears(found, read, newest, inParts);
        }
        Optional<DimensionEntry> by = by(read);
        Map<String, List<Observation>> asked = by.map(dimension -> parts.stream()
                        .filter(figure -> dimension.id().equals(figure.dimension1()) && figure.dimension2() == null)
                        .collect(Collectors.groupingBy(Observation::indicator)))
                .orElse(Map.of());
        return found.stream()
                .map(indicator -> asked.containsKey(indicator.id())
                        ? item(indicator, byGroup(by.orElseThrow(), asked.get(indicator.id())), by, Optional.empty())
                        : item(indicator, newest(indicator, newest, inParts), Optional.empty(), Optional.empty()))
                .toList();
    }

    private List<Links.Item> ofYears(
            List<IndicatorEntry> found, SearchQuery read, Map<String, Observation> newest, Set<String> inParts) {
        List<Observation> figures = questions.figures(
                visit,
                new FilterDraft()
                        .indicators(found.stream().map(IndicatorEntry::id).toArray(String[]::new))
                        .areas(area.id())
                        .breakdowns(BreakdownScope.ALL)
                        .ending(
                                years.stream()
                                        .map(SearchYear::first)
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow(),
                                years.stream()
                                        .map(SearchYear::last)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow())
                        .filter(),
                Optional.empty());
        Map<String, List<Observation>> totals = figures.stream()
                .filter(figure -> figure.breakdown().equals(TOTAL))
                .collect(Collectors.groupingBy(Observation::indicator));
        Map<String, LocalDate> then = new HashMap<>();
        figures.stream()
                .filter(this::isThen)
                .forEach(figure -> then.merge(figure.indicator(), figure.periodEnd(), SearchResults::later));
        List<Links.Item> items = new ArrayList<>();
        for (IndicatorEntry indicator : ordered(found, then.keySet(), read)) {
            List<Observation> named = years.stream()
                    .flatMap(year -> year.figure(totals.getOrDefault(indicator.id(), List.of())).stream())
                    .distinct()
                    .toList();
            String said = named.isEmpty()
                    ? none(
                            newest.get(indicator.id()),
                            then.containsKey(indicator.id()),
                            newest(indicator, newest, inParts))
                    : area.name() + ": "
                            + named.stream().map(SearchResults::said).collect(Collectors.joining("; ")) + ". ";
            items.add(item(indicator, said, Optional.empty(), lastDay(named).or(() -> Optional.ofNullable(
                            then.get(indicator.id()))
                    .map(Object::toString))));
        }
        return items;
    }

    private boolean isThen(Observation figure) {
        return figure.value() != null && years.stream().anyMatch(year -> year.has(figure));
    }

    /** Those with figures for the year first, where the words name a measure; else the one named stays first. */
    private static List<IndicatorEntry> ordered(List<IndicatorEntry> found, Set<String> then, SearchQuery read) {
        if (read.terms().stream().allMatch(term -> term.weak())) {
            return found;
        }
        return found.stream()
                .sorted(Comparator.comparing(indicator -> !then.contains(indicator.id())))
                .toList();
    }

    private String none(@Nullable Observation newest, boolean inPartsThen, String otherwise) {
        String names = years.stream().map(SearchYear::text).collect(Collectors.joining(" or "));
        if (inPartsThen) {
            return area.name() + ": figures by group for " + names + ", none for all together. ";
        }
        return newest == null
                ? otherwise
                : area.name() + ": no figure for " + names + "; the newest is " + said(newest) + ". ";
    }

    private String newest(IndicatorEntry indicator, Map<String, Observation> newest, Set<String> inParts) {
        Observation figure = newest.get(indicator.id());
        if (figure != null) {
            return area.name() + ": " + said(figure) + ". ";
        }
        return inParts.contains(indicator.id())
                ? area.name() + ": figures by group, none for all together. "
                : "No figures for " + area.name() + ". ";
    }

    private static String said(Observation figure) {
        return figure.valueText() + ", " + FigurePeriod.label(figure);
    }

    /** Up to which day the page is opened, so that its sentence is about the year that was asked for. */
    private static Optional<String> lastDay(List<Observation> figures) {
        return figures.stream()
                .map(Observation::periodEnd)
                .max(Comparator.naturalOrder())
                .map(Object::toString);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The newest figure of each group: "by age group: Aged 0 to 4: 68, 31 March 2020; ...". */
    private String byGroup(DimensionEntry by, List<Observation> parts) {
        Map<String, Observation> newest = new LinkedHashMap<>();
        parts.stream()
                .sorted(Comparator.comparing(Observation::periodEnd).reversed())
                .forEach(part -> newest.putIfAbsent(part.breakdown(), part));
        String more = newest.size() > MOST_GROUPS ? "; and " + (newest.size() - MOST_GROUPS) + " more" : "";
        return area.name() + " by " + by.title().toLowerCase(Locale.UK) + ": "
                + newest.values().stream()
                        .limit(MOST_GROUPS)
                        .map(part -> part.breakdownLabel().replaceFirst("^[^:]*: ", "") + ": " + said(part))
                        .collect(Collectors.joining("; "))
                + more + ". ";
    }

    private Links.Item item(IndicatorEntry indicator, String said, Optional<DimensionEntry> by, Optional<String> to) {
        Address page =
                new Address(Route.INDICATOR, indicator.id(), visit.address().choices());
        if (!area.id().equals(visit.area().id())) {
            page = page.with("area", area.id());
        }
        if (to.isPresent()) {
            page = page.with("to", to.get());
        }
        if (by.isPresent()) {
            page = page.with("by", by.get().id());
        }
        return new Links.Item(indicator.title(), page.link(), said + indicator.plainEnglish());
    }

    /** The dimension by which figures are asked for, as in "how old are". */
    private Optional<DimensionEntry> by(SearchQuery read) {
        return visit.catalogue().dimensions().stream()
                .filter(dimension -> read.terms().stream().anyMatch(term -> term.typed()
                        .equals("by" + dimension.title().toLowerCase(Locale.UK).replace(" ", ""))))
                .findFirst();
    }

    private static Set<String> indicators(List<Observation> figures) {
        return figures.stream().map(Observation::indicator).collect(Collectors.toSet());
    }
}
