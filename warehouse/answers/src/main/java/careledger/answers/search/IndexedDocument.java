package careledger.answers.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A document with its words, ready to be compared with a query. */
final class IndexedDocument {
    private static final double WHOLE_TITLE = 3;

    private final SearchDocument document;
    private final Set<String> words = new LinkedHashSet<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final Set<String> title;

    /** @param ignored words that say nothing in a title */
    IndexedDocument(SearchDocument document, double titleWeight, ConceptNames concept, Set<String> ignored) {
        this.document = document;
        List<String> titleWords = concept.replaced(SearchWords.of(document.title()));
        this.title = titleWords.stream()
                .filter(word -> !ignored.contains(word))
                .map(SearchWords::stem)
                .collect(Collectors.toSet());
        add(titleWords, titleWeight);
        add(SearchWords.of(document.title()), titleWeight);
        for (SearchField field : document.fields()) {
            add(concept.replaced(field.words()), field.weight());
            add(field.words(), field.weight());
        }
    }

    private void add(List<String> fieldWords, double weight) {
        words.addAll(fieldWords);
        fieldWords.forEach(word -> weights.merge(SearchWords.stem(word), weight, Math::max));
    }

    SearchDocument document() {
        return document;
    }

    Set<String> words() {
        return words;
    }

    boolean has(SearchTerm term) {
        return term.stems().stream().anyMatch(weights::containsKey);
    }

    /** Weight of the best place of each word times how rare the word is; more where the title says little else. */
    double score(Map<SearchTerm, Double> rarity) {
        double score = 0;
        for (SearchTerm term : rarity.keySet()) {
            double best = term.stems().stream()
                    .mapToDouble(stem -> weights.getOrDefault(stem, 0.0))
                    .max()
                    .orElse(0);
            score += best * rarity.getOrDefault(term, 1.0);
        }
        Set<String> wanted =
                rarity.keySet().stream().flatMap(term -> term.stems().stream()).collect(Collectors.toSet());
        long inTitle = title.stream().filter(wanted::contains).count();
        return score * (1 + WHOLE_TITLE * inTitle / Math.max(1, title.size()));
    }
}
