package careledger.answers.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document or return that figures come from.
 *
 * @param publishedOnNote what of the day the document does not print; null where it prints it
 * @param supersedes ids of the sources that it corrects, by id
 * @param observations claims of the source, whether shown or not
 */
public record SourceEntry(
        String id,
        String title,
        String publisher,
        LocalDate publishedOn,
        @Nullable String publishedOnNote,
        List<String> supersedes,
        List<ExtractEntry> extracts,
        int observations) {
    public SourceEntry {
        supersedes = List.copyOf(supersedes);
        extracts = List.copyOf(extracts);
    }
}
