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
 * Finds documents by the words of a question. The more of the words a document has, the rarer they are, and the nearer to
 * its title, the earlier it comes; documents on a scorecard come earlier, those without figures later. Of equals, those on
 * a scorecard come first, then those with newer figures, and those with more.
 */
public final class SearchIndex {
    private static final double TITLE = 10;

    /** What part of what was typed a document must have, rare words counting more. */
    private static final double LEAST_SHARE = 0.5;

    /** Documents far behind the best one are left out. */
    private static final double LEAST_OF_BEST = 0.1;

    private static final double WITHOUT_FIGURES = 0.4;

    /** A measure that is watched is meant before one that a report gave once. */
    private static final double ON_SCORECARD = 1.2;

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
        for (SearchDocument document : documents) {
            byId.put(document.id(), document);
            vocabulary.addWritten(document.title());
            document.fields().forEach(field -> vocabulary.addWritten(field.text()));
        }
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
        List<SearchTerm> needed = needed(terms);
        Map<SearchTerm, Double> rarity = new HashMap<>();
        terms.forEach(term -> rarity.put(term, rarity(term)));
        double all = sum(needed, rarity);
        List<Hit> hits = new ArrayList<>();
        for (IndexedDocument document : documents) {
            List<SearchTerm> matched = needed.stream().filter(document::has).toList();
            double share = sum(matched, rarity) / all;
            if (share >= LEAST_SHARE) {
                double shown = (document.document().figures() > 0 ? 1 : WITHOUT_FIGURES)
                        * (document.document().onScorecard() ? ON_SCORECARD : 1);
                hits.add(new Hit(document.document(), document.score(rarity) * share * share * shown));
            }
        }
        double best = hits.stream().mapToDouble(Hit::score).max().orElse(0);
        return hits.stream()
                .filter(hit -> hit.score() >= LEAST_OF_BEST * best)
                .sorted(Hit.BEST_FIRST)
                .toList();
    }

    /** Words that distinguish, and that some document has; where there are none, those that do not distinguish. */
    private List<SearchTerm> needed(List<SearchTerm> terms) {
        List<SearchTerm> distinguishing =
                terms.stream().filter(term -> !term.weak()).toList();
        if (distinguishing.isEmpty()) {
            return terms;
        }
        List<SearchTerm> known = distinguishing.stream()
                .filter(term -> term.stems().stream().anyMatch(stem -> vocabulary.documents(stem) > 0))
                .toList();
        return known.isEmpty() ? distinguishing : known;
    }

    private static double sum(List<SearchTerm> terms, Map<SearchTerm, Double> rarity) {
        return terms.stream()
                .mapToDouble(term -> rarity.getOrDefault(term, 0.0))
                .sum();
    }

    /** A word that few documents have says more: from about 1 for most documents to 7 for one in a thousand. */
    private double rarity(SearchTerm term) {
        long having = documents.stream().filter(document -> document.has(term)).count();
        return Math.log(1 + (double) documents.size() / Math.max(1, having));
    }

    private record Hit(SearchDocument document, double score) {
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
