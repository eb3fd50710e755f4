package careledger.answers.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds indicators by words in their id, title, plain English and synonyms. Every word asked for must begin a word
 * found there. However children in care are called (LAC, CLA, CiC, looked after), one name finds all.
 */
public final class IndicatorSearch {
    private static final String CONCEPT = "childrenincare";
    private static final Pattern NAMES_OF_CHILDREN_IN_CARE = Pattern.compile(
            "\\b(?:looked after children|children looked after|looked after|children in care|in care|lac|cla|cic)\\b");
    private static final String OTHER_NAMES = " lac cla cic looked after children in care ";
    private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Map<String, String> DIGITS = Map.of(
            "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7", "eight", "8",
            "nine", "9", "ten", "10");

    private final List<Candidate> candidates;

    IndicatorSearch(List<IndicatorEntry> indicators) {
        this.candidates = indicators.stream().map(Candidate::of).toList();
    }

    /** Best match first, then by title; no words find nothing. */
    public List<IndicatorEntry> find(String asked) {
        List<String> wanted = split(named(plain(asked)));
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (Candidate candidate : candidates) {
            candidate.relevance(wanted).ifPresent(relevance -> hits.add(new Hit(candidate.indicator(), relevance)));
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::relevance)
                        .reversed()
                        .thenComparing(hit -> hit.indicator().title())
                        .thenComparing(hit -> hit.indicator().id()))
                .map(Hit::indicator)
                .toList();
    }

    private static String plain(String text) {
        return NOT_OF_WORDS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String named(String plain) {
        return NAMES_OF_CHILDREN_IN_CARE.matcher(plain).replaceAll(CONCEPT);
    }

    private static List<String> split(String plain) {
        return NOT_OF_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(word -> DIGITS.getOrDefault(word, singular(word)))
                .toList();
    }

    /** So that "checks" finds "check". */
    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private record Hit(IndicatorEntry indicator, int relevance) {}

    /** One place where words are looked for, and what a whole word found there counts. */
    private record Place(List<String> words, int weight) {
        static Place of(String text, int weight) {
            String plain = plain(text);
            String named = named(plain);
            return new Place(
                    split(named.equals(plain) ? plain : plain + OTHER_NAMES.stripTrailing() + " " + named), weight);
        }

        int score(String wanted) {
            if (words.contains(wanted)) {
                return 2 * weight;
            }
            return words.stream().anyMatch(word -> word.startsWith(wanted)) ? weight : 0;
        }
    }

    private record Candidate(IndicatorEntry indicator, List<Place> places) {
        static Candidate of(IndicatorEntry indicator) {
            return new Candidate(
                    indicator,
                    List.of(
                            Place.of(indicator.title(), 8),
                            Place.of(indicator.id(), 6),
                            Place.of(String.join(", ", indicator.synonyms()), 3),
                            Place.of(indicator.plainEnglish(), 1)));
        }

        OptionalInt relevance(List<String> wanted) {
            int relevance = 0;
            for (String word : wanted) {
                int found = places.stream().mapToInt(place -> place.score(word)).sum();
                if (found == 0) {
                    return OptionalInt.empty();
                }
                relevance += found;
            }
            return OptionalInt.of(relevance + (titleIs(wanted) ? 100 : 0));
        }

        private boolean titleIs(List<String> wanted) {
            return split(named(plain(indicator.title()))).equals(wanted)
                    || split(named(plain(indicator.id()))).equals(wanted);
        }
    }
}
