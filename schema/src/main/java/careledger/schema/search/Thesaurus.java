package careledger.schema.search;

import java.util.List;

/**
 * What people type, and what the catalogue calls it.
 *
 * @param concept names of children in care
 * @param ignore words of a question that name nothing
 */
public record Thesaurus(List<String> concept, List<String> ignore, List<Phrase> phrases, List<Code> codes) {

    /**
     * @param say what people type
     * @param read the words that the catalogue uses
     */
    public record Phrase(List<String> say, String read) {
        public Phrase {
            say = List.copyOf(say);
        }
    }

    /**
     * An old indicator code.
     *
     * @param code as printed, such as NI 147
     * @param indicators whose figures it names, the first one first
     */
    public record Code(String code, List<String> indicators) {
        public Code {
            indicators = List.copyOf(indicators);
        }
    }

    public Thesaurus {
        concept = List.copyOf(concept);
        ignore = List.copyOf(ignore);
        phrases = List.copyOf(phrases);
        codes = List.copyOf(codes);
    }

    /** The one that comes with the program, {@code thesaurus.yaml}. */
    public static Thesaurus builtIn() {
        return ThesaurusReader.BUILT_IN;
    }
}
