package careledger.answers.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Text as the index holds it: words in lower case without accents and apostrophes, and their stems. */
final class SearchWords {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019`]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> DIGITS = Map.of(
            "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7", "eight", "8",
            "nine", "9", "ten", "10");

    private SearchWords() {}

    /** The words of a text, in order, in lower case. */
    static List<String> of(String text) {
        return asTyped(text).stream().map(SearchWords::lower).toList();
    }

    /** The words of a text, in order, in the case in which they were typed. */
    static List<String> asTyped(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String whole =
                THOUSANDS.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll("");
        return NOT_OF_WORDS.splitAsStream(whole).filter(word -> !word.isEmpty()).toList();
    }

    /** A word in lower case; a number up to ten as digits. */
    static String lower(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return DIGITS.getOrDefault(lower, lower);
    }

    /** A word without its ending, so that "vaccinated" finds "vaccinations"; numbers and codes stay as they are. */
    static String stem(String word) {
        if (word.length() < 4 || !word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
