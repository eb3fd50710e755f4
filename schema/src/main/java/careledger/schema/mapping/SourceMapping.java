package careledger.schema.mapping;

import careledger.schema.catalogue.Authority;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document or return that the figures of a delivery come from.
 *
 * @param publication day from which its figures are known, and time
 * @param publishedOnNote what of the day is not printed
 * @param definitionsAs id of an earlier source that measures alike, for indicators that do not list this one
 * @param definitions local id of the definition, by indicator, where this source differs from that
 * @param supersedes ids of the sources that it corrects, being a re-issue of them
 */
public record SourceMapping(
        String id,
        String title,
        String publisher,
        PublicationTime publication,
        Optional<String> publishedOnNote,
        Authority authority,
        Optional<String> definitionsAs,
        Map<String, String> definitions,
        Set<String> supersedes) {
    public SourceMapping {
        definitions = Map.copyOf(definitions);
        supersedes = Set.copyOf(supersedes);
    }

    /** Day from which its figures are known. */
    public LocalDate publishedOn() {
        return publication.day();
    }

    /** What another entry of this source says otherwise, in words. */
    public String differences(SourceMapping other) {
        StringBuilder words = new StringBuilder();
        difference(words, "title", title, other.title);
        difference(words, "publisher", publisher, other.publisher);
        difference(words, "publishedOn", publication.toString(), other.publication.toString());
        difference(words, "publishedOnNote", publishedOnNote.orElse(""), other.publishedOnNote.orElse(""));
        difference(words, "authority", authority.name(), other.authority.name());
        difference(words, "definitionsAs", definitionsAs.orElse(""), other.definitionsAs.orElse(""));
        difference(words, "definitions", definitions.toString(), other.definitions.toString());
        difference(
                words, "supersedes", new TreeSet<>(supersedes).toString(), new TreeSet<>(other.supersedes).toString());
        return words.toString().strip();
    }

    private static void difference(StringBuilder words, String key, String there, String here) {
        if (!there.equals(here)) {
            words.append(key + " is '" + there + "' there and '" + here + "' here. ");
        }
    }
}
