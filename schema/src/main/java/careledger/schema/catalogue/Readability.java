package careledger.schema.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How hard a text is to read. The grade is that of Flesch and Kincaid: the American school year whose pupils can read it,
 * so that grade 7 is read at the age of 12 to 13. Syllables are estimated from the spelling.
 */
final class Readability {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9'’£*-]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+(\\s|$)");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SPOKEN_ED = Pattern.compile(".*[tde]ed");
    private static final Pattern SPOKEN_ES = Pattern.compile(".*([sxzcge]|ch|sh)es");
    private static final Pattern SPOKEN_LE = Pattern.compile(".*[^aeiouy]le");

    private Readability() {}

    static double grade(String text) {
        List<String> words = words(text);
        double syllables = words.stream().mapToInt(Readability::syllables).sum();
        return 0.39 * words.size() / sentences(text) + 11.8 * syllables / words.size() - 15.59;
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    static int sentences(String text) {
        return (int) SENTENCE_END
                .splitAsStream(text)
                .filter(sentence -> !sentence.isBlank())
                .count();
    }

    /** Runs of vowels, without those that are not spoken at a word's end; a number counts as one. */
    static int syllables(String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (letters.length() > 3 && silentEnding(letters)) {
            letters = letters.substring(0, letters.length() - 2);
        }
        int runs = 0;
        for (Matcher vowels = VOWELS.matcher(letters); vowels.find(); ) {
            runs++;
        }
        boolean silentE = letters.endsWith("e") && !SPOKEN_LE.matcher(letters).matches();
        return Math.max(1, silentE ? runs - 1 : runs);
    }

    private static boolean silentEnding(String letters) {
        return (letters.endsWith("ed") && !SPOKEN_ED.matcher(letters).matches())
                || (letters.endsWith("es") && !SPOKEN_ES.matcher(letters).matches());
    }
}
