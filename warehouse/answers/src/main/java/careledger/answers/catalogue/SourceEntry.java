package careledger.answers.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document or return that figures come from.
 *
 * @param publishedOnNote what of the day the document does not print; null where it prints it
 * @param observations claims of the source, whether shown or not
 */
public record SourceEntry(
        String id,
        String title,
        String publisher,
        LocalDate publishedOn,
        @Nullable String publishedOnNote,
        List<ExtractEntry> extracts,
        int observations) {
    public SourceEntry {
        extracts = List.copyOf(extracts);
    }
}
