package careledger.answers.search;

import careledger.schema.search.Thesaurus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds documents by the words of a question. A document is found if it has every word; if none has, those with most
 * words are. Of those found, the ones with the words in their title come first; then those on a scorecard, those with
 * newer figures, and those with more.
 */
public final class SearchIndex {
    private static final double TITLE = 10;

    private final List<IndexedDocument> documents;
    private final Map<String, SearchDocument> byId = new HashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final SearchQueryReader reader;

    /** @param places ids of areas by their names and other names, in any case */
    public SearchIndex(List<SearchDocument> documents, Thesaurus thesaurus, Map<String, String> places) {
        ConceptNames concept = new ConceptNames(thesaurus);
        Set<String> ignored = Set.copyOf(thesaurus.ignore());
        this.documents = documents.stream()
                .map(document -> new IndexedDocument(document, TITLE, concept, ignored))
                .toList();
        this.documents.forEach(document -> vocabulary.add(document.words()));
        documents.forEach(document -> byId.put(document.id(), document));
        this.reader = new SearchQueryReader(vocabulary, thesaurus, places, documents.size());
    }

    /** What a text is understood as. */
    public SearchQuery read(String text) {
        return reader.read(text);
    }

    /** Ids of the documents found, best first; none where no word was found. */
    public List<String> find(SearchQuery query) {
        Set<String> found = new LinkedHashSet<>();
        query.direct().stream().filter(byId::containsKey).forEach(found::add);
        if (!query.terms().isEmpty()) {
            ranked(query.terms()).forEach(hit -> found.add(hit.document().id()));
        }
        return List.copyOf(found);
    }

    private List<Hit> ranked(List<SearchTerm> terms) {
        boolean allWeak = terms.stream().allMatch(SearchTerm::weak);
        List<SearchTerm> needed =
                terms.stream().filter(term -> allWeak || !term.weak()).toList();
        Map<SearchTerm, Double> rarity = new HashMap<>();
        terms.forEach(term -> rarity.put(term, rarity(term)));
        List<Hit> hits = new ArrayList<>();
        int most = 1;
        for (IndexedDocument document : documents) {
            int matched = (int) needed.stream().filter(document::has).count();
            if (matched >= most) {
                most = matched;
                hits.add(new Hit(document.document(), matched, document.score(rarity)));
            }
        }
        int enough = most;
        return hits.stream()
                .filter(hit -> hit.matched() == enough && 2 * enough >= needed.size())
                .sorted(Hit.BEST_FIRST)
                .toList();
    }

    /** A word that few documents have says more: from about 1 for most documents to 7 for one in a thousand. */
    private double rarity(SearchTerm term) {
        long having = documents.stream().filter(document -> document.has(term)).count();
        return Math.log(1 + (double) documents.size() / Math.max(1, having));
    }

    private record Hit(SearchDocument document, int matched, double score) {
        static final Comparator<Hit> BEST_FIRST = Comparator.comparingLong(Hit::band)
                .reversed()
                .thenComparing(hit -> !hit.document().onScorecard())
                .thenComparing(hit -> hit.document().newest(), Comparator.reverseOrder())
                .thenComparing(hit -> -hit.document().figures())
                .thenComparing(hit -> hit.document().title())
                .thenComparing(hit -> hit.document().id());

        /** Scores that differ by less than a tenth count as equal, so that what is on a scorecard can come first. */
        long band() {
            return Math.round(Math.log(Math.max(score, 1e-9)) / Math.log(1.1));
        }
    }
}
