package careledger.schema.mapping;

import careledger.schema.catalogue.Authority;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A document or return that the figures of a delivery come from.
 *
 * @param publishedOn day from which its figures are known
 * @param publishedOnNote what of the day is not printed
 * @param definitionsAs id of an earlier source that measures alike, for indicators that do not list this one
 * @param definitions local id of the definition, by indicator, where this source differs from that
 */
public record SourceMapping(
        String id,
        String title,
        String publisher,
        LocalDate publishedOn,
        Optional<String> publishedOnNote,
        Authority authority,
        Optional<String> definitionsAs,
        Map<String, String> definitions) {
    public SourceMapping {
        definitions = Map.copyOf(definitions);
    }
}
