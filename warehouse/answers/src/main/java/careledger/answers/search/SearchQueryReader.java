package careledger.answers.search;

import careledger.schema.search.Thesaurus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a typed text: old codes, years, areas, names of children in care, phrases of the thesaurus, and the words that
 * are left. Question words are dropped, and a question of nothing else is about children in care; a word that no document has
 * is read as the nearest one that some have.
 */
final class SearchQueryReader {
    /** Stands for every name of children in care, here and in the indexed texts. */
    static final String CONCEPT = "childrenincare";

    /** Words that are looked up of one text: nobody names a measure with more. */
    private static final int MOST_WORDS = 60;

    /** Words of one text that are compared with every known word, which takes time; a reader misspells few. */
    private static final int MOST_CORRECTED = 10;

    private static final String CHILDREN = SearchWords.stem("children");
    private static final Pattern YEAR =
            Pattern.compile("\\b(?:19|20)\\d{2}(?:\\s?[-/\u2013]\\s?(?:\\d{4}|\\d{2}))?\\b");

    private final Vocabulary vocabulary;
    private final Map<List<String>, String> places;
    private final List<List<String>> concept;
    private final List<Reading> phrases;
    private final Map<List<String>, List<String>> codes = new LinkedHashMap<>();
    private final Set<String> ignored;
    private final Set<String> thesaurusWords = new LinkedHashSet<>();
    private final int documents;

    private record Reading(List<String> say, List<String> read) {}

    /**
     * @param places ids of areas by their names and other names
     * @param documents how many documents there are
     */
    SearchQueryReader(Vocabulary vocabulary, Thesaurus thesaurus, Map<String, String> places, int documents) {
        this.vocabulary = vocabulary;
        this.documents = documents;
        this.places = new LinkedHashMap<>();
        places.entrySet().stream()
                .map(entry -> Map.entry(SearchWords.of(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(entry -> -entry.getKey().size()))
                .forEach(entry -> this.places.put(entry.getKey(), entry.getValue()));
        this.concept = longestFirst(thesaurus.concept());
        this.phrases = thesaurus.phrases().stream()
                .flatMap(phrase -> phrase.say().stream()
                        .map(say -> new Reading(SearchWords.of(say), SearchWords.of(phrase.read()))))
                .sorted(Comparator.comparing(reading -> -reading.say().size()))
                .toList();
        thesaurus.codes().forEach(code -> codes.put(SearchWords.of(code.code()), code.indicators()));
        this.ignored = thesaurus.ignore().stream().map(SearchWords::lower).collect(Collectors.toSet());
        phrases.forEach(phrase -> thesaurusWords.addAll(phrase.say()));
    }

    private static List<List<String>> longestFirst(List<String> texts) {
        return texts.stream()
                .map(SearchWords::of)
                .sorted(Comparator.comparing(words -> -words.size()))
                .toList();
    }

    SearchQuery read(String text) {
        List<String> years = new ArrayList<>();
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            years.add(year.group().replace(" ", ""));
        }
        TypedWords typed = new TypedWords(YEAR.matcher(text).replaceAll(" "));
        List<String> direct = codes(typed);
        Map<String, String> found = places(typed);
        Map<String, String> corrected = new LinkedHashMap<>();
        boolean aboutChildrenInCare = takeConcept(typed);
        List<SearchTerm> terms = new ArrayList<>(phrases(typed));
        List<String> rest = typed.rest().stream()
                .map(typed::word)
                .filter(word -> !ignored.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        int unknown = 0;
        for (String word : rest) {
            boolean known = isKnown(word);
            unknown += known ? 0 : 1;
            terms.addAll(known || unknown <= MOST_CORRECTED ? terms(word, corrected) : List.of(asTyped(word)));
        }
        boolean namesNothing =
                terms.isEmpty() && direct.isEmpty() && typed.rest().size() > 1;
        if (aboutChildrenInCare || namesNothing) {
            terms.removeIf(term -> term.weak() && term.stems().equals(Set.of(CHILDREN)));
            terms.add(new SearchTerm("children in care", Set.of(SearchWords.stem(CONCEPT)), true));
        }
        return new SearchQuery(found, years, corrected, direct, terms, namesNothing && !aboutChildrenInCare);
    }

    private List<String> codes(TypedWords typed) {
        List<String> direct = new ArrayList<>();
        codes.forEach((code, ids) -> {
            int start = typed.find(code);
            if (start < 0) {
                start = typed.find(List.of(String.join("", code)));
                if (start >= 0) {
                    typed.take(start, 1);
                    direct.addAll(ids);
                }
            } else {
                typed.take(start, code.size());
                direct.addAll(ids);
            }
        });
        return direct;
    }

    private Map<String, String> places(TypedWords typed) {
        Map<String, String> found = new LinkedHashMap<>();
        places.forEach((name, id) -> {
            int start = typed.find(name);
            boolean alsoAWord = name.size() == 1 && vocabulary.isMoreThanName(name.get(0));
            if (start >= 0 && (!alsoAWord || typed.isName(start))) {
                found.put(String.join(" ", name), id);
                typed.take(start, name.size());
            }
        });
        return found;
    }

    private boolean takeConcept(TypedWords typed) {
        boolean any = false;
        for (List<String> name : concept) {
            for (int start = typed.find(name); start >= 0; start = typed.find(name)) {
                typed.take(start, name.size());
                any = true;
            }
        }
        return any;
    }

    private List<SearchTerm> phrases(TypedWords typed) {
        List<SearchTerm> terms = new ArrayList<>();
        for (Reading phrase : phrases) {
            int start = typed.find(phrase.say());
            if (start >= 0) {
                typed.take(start, phrase.say().size());
                terms.addAll(read(phrase));
            }
        }
        return terms;
    }

    private List<SearchTerm> read(Reading phrase) {
        List<SearchTerm> terms = new ArrayList<>();
        for (String word : phrase.read()) {
            Set<String> stems = new LinkedHashSet<>(List.of(SearchWords.stem(word)));
            if (terms.isEmpty() && phrase.say().size() == 1) {
                stems.add(SearchWords.stem(phrase.say().get(0)));
            }
            terms.add(term(word, stems));
        }
        return terms;
    }

    private boolean isKnown(String word) {
        return vocabulary.knows(word) || !vocabulary.beginningWith(word).isEmpty();
    }

    private SearchTerm asTyped(String word) {
        return term(word, Set.of(SearchWords.stem(word)));
    }

    private List<SearchTerm> terms(String word, Map<String, String> corrected) {
        if (vocabulary.knows(word)) {
            return List.of(asTyped(word));
        }
        if (!vocabulary.beginningWith(word).isEmpty()) {
            return List.of(term(word, vocabulary.beginningWith(word)));
        }
        List<String> nearest = vocabulary.nearest(word, thesaurusWords);
        if (nearest.isEmpty()) {
            return List.of(asTyped(word));
        }
        corrected.put(word, nearest.get(0));
        for (Reading phrase : phrases) {
            if (phrase.say().equals(List.of(nearest.get(0)))) {
                return read(phrase);
            }
        }
        return List.of(term(word, nearest.stream().map(SearchWords::stem).collect(Collectors.toSet())));
    }

    /** A word that two fifths of all documents have distinguishes little. */
    private SearchTerm term(String word, Set<String> stems) {
        int most = stems.stream().mapToInt(vocabulary::documents).max().orElse(0);
        return new SearchTerm(word, stems, 5 * most > 2 * documents);
    }
}
