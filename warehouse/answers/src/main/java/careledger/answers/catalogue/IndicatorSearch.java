package careledger.answers.catalogue;

import careledger.answers.search.SearchDocument;
import careledger.answers.search.SearchField;
import careledger.answers.search.SearchIndex;
import careledger.answers.search.SearchQuery;
import careledger.schema.scorecard.ScorecardReader;
import careledger.schema.scorecard.ScorecardRow;
import careledger.schema.search.Thesaurus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds indicators by what people call them: see {@link SearchIndex}. */
public final class IndicatorSearch {
    private final Map<String, IndicatorEntry> indicators = new LinkedHashMap<>();
    private final SearchIndex index;

    IndicatorSearch(List<IndicatorEntry> indicators, List<AreaEntry> areas, Map<String, SearchFacts> facts) {
        indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
        Map<String, String> places = new LinkedHashMap<>();
        areas.forEach(area -> places.put(area.name(), area.id()));
        Set<String> onScorecards = onScorecards();
        this.index = new SearchIndex(
                indicators.stream()
                        .map(indicator ->
                                document(indicator, facts.getOrDefault(indicator.id(), SearchFacts.NONE), onScorecards))
                        .toList(),
                Thesaurus.builtIn(),
                places);
    }

    /** What a text is understood as: areas, years, corrected words. */
    public SearchQuery read(String text) {
        return index.read(text);
    }

    /** Best match first; a text without a known word finds nothing. */
    public List<IndicatorEntry> find(String text) {
        return find(read(text));
    }

    /** Best match first. */
    public List<IndicatorEntry> find(SearchQuery query) {
        List<IndicatorEntry> found = new ArrayList<>();
        for (String id : index.find(query)) {
            IndicatorEntry indicator = indicators.get(id);
            if (indicator != null) {
                found.add(indicator);
            }
        }
        return found;
    }

    private static Set<String> onScorecards() {
        return ScorecardReader.builtIn().values().stream()
                .flatMap(card -> card.sections().stream())
                .flatMap(section -> section.rows().stream())
                .map(ScorecardRow::indicator)
                .collect(Collectors.toSet());
    }

    private static SearchDocument document(IndicatorEntry indicator, SearchFacts facts, Set<String> onScorecards) {
        List<SearchField> fields = new ArrayList<>();
        fields.add(new SearchField(indicator.id(), 7));
        fields.add(new SearchField(String.join(", ", indicator.synonyms()), 6));
        fields.add(new SearchField(String.join(", ", facts.members()), 4));
        fields.add(new SearchField(indicator.plainEnglish(), 3));
        fields.add(new SearchField(indicator.topic().title(), 2));
        for (DefinitionEntry definition : indicator.definitions()) {
            fields.add(new SearchField(definition.text(), 2));
            definition.sources().forEach(source -> fields.add(new SearchField(source.wording(), 1)));
        }
        return new SearchDocument(
                indicator.id(),
                indicator.title(),
                fields,
                onScorecards.contains(indicator.id()),
                facts.newest(),
                facts.figures());
    }
}
