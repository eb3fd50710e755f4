package careledger.etl.draft;

import careledger.schema.catalogue.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Guesses by the name of a table which of several documents it is from. */
final class SourceNames {
    private final Set<String> documents;
    private final Set<String> catalogued = new TreeSet<>();
    private final Set<String> known = new TreeSet<>();
    private final String folder;

    /** @param documents that the delivery names itself; where it names none, its folder is the document */
    SourceNames(Catalogue catalogue, Set<String> documents, String folder) {
        this.documents = documents;
        this.folder = folder;
        catalogue.indicators().stream()
                .flatMap(indicator -> indicator.definitions().stream())
                .forEach(definition -> catalogued.addAll(definition.wordings().keySet()));
    }

    /** The id of the only document, or of that which a person has yet to say. */
    String only() {
        return documents.size() == 1
                ? documents.iterator().next()
                : folder.toLowerCase(Locale.UK).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Documents of other deliveries that tables of this one seem to be from. */
    Set<String> known() {
        return known;
    }

    /** The document of a table; nothing where there is only one. */
    Optional<Guess> of(String table) {
        if (documents.size() < 2) {
            return Optional.empty();
        }
        List<String> words = List.of(table.toLowerCase(Locale.UK).split("[^a-z]+"));
        Optional<String> named = best(documents, words);
        if (named.isPresent()) {
            return named.map(id -> Guess.likely(id, "the file's name shares words with it"));
        }
        Optional<String> elsewhere = best(catalogued, words.subList(0, 1));
        elsewhere.ifPresent(known::add);
        return Optional.of(elsewhere
                .map(id -> Guess.likely(id, "the file's name begins like that known document"))
                .orElse(Guess.unsure("one of " + String.join(", ", documents))));
    }

    /** The id that shares most with the words; nothing where two share as much. */
    private static Optional<String> best(Set<String> ids, List<String> words) {
        List<String> order = ids.stream()
                .filter(id -> shared(id, words) > 0)
                .sorted(Comparator.comparingLong((String id) -> shared(id, words))
                        .reversed())
                .toList();
        boolean alone =
                order.size() == 1 || (order.size() > 1 && shared(order.get(0), words) > shared(order.get(1), words));
        return alone ? Optional.of(order.get(0)) : Optional.empty();
    }

    private static long shared(String id, List<String> words) {
        return Stream.of(id.split("[^a-z]+"))
                .filter(part -> part.length() > 2)
                .filter(part -> words.contains(part) || abbreviates(words.get(0), part))
                .count();
    }

    /** Whether the first word of a name is an id's word without what is before it: lscb of lrlscb. */
    private static boolean abbreviates(String first, String part) {
        return first.length() > 3 && part.endsWith(first);
    }
}
