package careledger.answers.search;

import careledger.schema.search.Thesaurus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the names of children in care in indexed texts, so that one name finds all. */
final class ConceptNames {
    private final List<List<String>> names;

    ConceptNames(Thesaurus thesaurus) {
        this.names = thesaurus.concept().stream()
                .map(SearchWords::of)
                .sorted(Comparator.comparing(words -> -words.size()))
                .toList();
    }

    /** The words of a text, with the concept in place of each of its names. */
    List<String> replaced(List<String> words) {
        List<String> replaced = new ArrayList<>();
        int place = 0;
        while (place < words.size()) {
            int length = lengthOfNameAt(words, place);
            replaced.add(length > 0 ? SearchQueryReader.CONCEPT : words.get(place));
            place += Math.max(1, length);
        }
        return replaced;
    }

    private int lengthOfNameAt(List<String> words, int place) {
        return names.stream()
                .filter(name -> place + name.size() <= words.size()
                        && words.subList(place, place + name.size()).equals(name))
                .mapToInt(List::size)
                .findFirst()
                .orElse(0);
    }
}
