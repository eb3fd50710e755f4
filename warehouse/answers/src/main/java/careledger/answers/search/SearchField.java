package careledger.answers.search;

import java.util.List;

/**
 * A text in which words are looked for.
 *
 * @param weight how much a word found here counts
 */
public record SearchField(String text, double weight) {
    List<String> words() {
        return SearchWords.of(text);
    }
}
