package careledger.answers.search;

import java.util.ArrayList;
import java.util.List;

/** The words that were typed and are not yet understood, in order. */
final class TypedWords {
    private final List<String> typed;
    private final List<String> words = new ArrayList<>();
    private final boolean[] taken;

    TypedWords(String text) {
        this.typed = SearchWords.asTyped(text);
        typed.forEach(word -> words.add(SearchWords.lower(word)));
        this.taken = new boolean[words.size()];
    }

    /** Where the phrase begins among the words not yet taken; -1 where it is not. Word endings do not matter. */
    int find(List<String> phrase) {
        for (int start = 0; !phrase.isEmpty() && start + phrase.size() <= words.size(); start++) {
            if (matches(phrase, start)) {
                return start;
            }
        }
        return -1;
    }

    private boolean matches(List<String> phrase, int start) {
        for (int i = 0; i < phrase.size(); i++) {
            if (taken[start + i] || !SearchWords.stem(words.get(start + i)).equals(SearchWords.stem(phrase.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Marks words as understood. */
    void take(int start, int count) {
        for (int i = start; i < start + count; i++) {
            taken[i] = true;
        }
    }

    /** Whether a word after the first was typed with a capital letter, as a name is. */
    boolean isName(int place) {
        return place > 0 && Character.isUpperCase(typed.get(place).charAt(0));
    }

    String word(int place) {
        return words.get(place);
    }

    /** The places of the words not yet understood. */
    List<Integer> rest() {
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                rest.add(i);
            }
        }
        return rest;
    }
}
