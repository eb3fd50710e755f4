package careledger.answers.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The words of all documents: which are known, and which one a misspelt word was meant to be. */
final class Vocabulary {
    private static final int SHORTEST_CORRECTED = 4;
    private static final int SHORTEST_WITH_TWO = 8;
    private static final int SHORTEST_BEGINNING = 3;

    /** In how many documents a word is, by the word as written. */
    private final TreeMap<String, Integer> words = new TreeMap<>();

    private final Map<String, Integer> stems = new HashMap<>();

    /** Words that are written somewhere without a capital letter, and so are not only names. */
    private final Set<String> withoutCapital = new HashSet<>();

    void add(Set<String> wordsOfOneDocument) {
        wordsOfOneDocument.forEach(word -> words.merge(word, 1, Integer::sum));
        wordsOfOneDocument.stream()
                .map(SearchWords::stem)
                .distinct()
                .forEach(stem -> stems.merge(stem, 1, Integer::sum));
    }

    /** @param text of a document, as it is written */
    void addWritten(String text) {
        SearchWords.asTyped(text).stream()
                .filter(word -> Character.isLowerCase(word.charAt(0)))
                .forEach(withoutCapital::add);
    }

    /** Whether a word is more than a name: "reading" is, though Reading is a town. */
    boolean isMoreThanName(String word) {
        return withoutCapital.contains(word);
    }

    boolean knows(String word) {
        return stems.containsKey(SearchWords.stem(word));
    }

    /** How many documents have the stem. */
    int documents(String stem) {
        return stems.getOrDefault(stem, 0);
    }

    /** Stems of the known words that begin as this one does. */
    Set<String> beginningWith(String typed) {
        if (typed.length() < SHORTEST_BEGINNING) {
            return Set.of();
        }
        return words.subMap(typed, typed + Character.MAX_VALUE).keySet().stream()
                .map(SearchWords::stem)
                .collect(Collectors.toSet());
    }

    /** The known words that are nearest to a misspelt one, most frequent first: one letter off, two in long words. */
    List<String> nearest(String typed, Collection<String> further) {
        if (typed.length() < SHORTEST_CORRECTED || typed.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        int limit = typed.length() < SHORTEST_WITH_TWO ? 1 : 2;
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        Map<String, Integer> near = new HashMap<>();
        for (Collection<String> known : List.of(words.keySet(), further)) {
            for (String word : known) {
                int edits = word.length() < SHORTEST_CORRECTED ? -1 : distance.apply(typed, word);
                if (edits >= 0) {
                    near.put(word, edits);
                }
            }
        }
        int least = near.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return near.entrySet().stream()
                .filter(entry -> entry.getValue() == least)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String word) -> -words.getOrDefault(word, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
