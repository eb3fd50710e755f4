package careledger.answers.catalogue;

import java.time.LocalDate;
import java.util.List;

/** @param observations claims of the source, whether shown or not */
public record SourceEntry(
        String id,
        String title,
        String publisher,
        LocalDate publishedOn,
        List<ExtractEntry> extracts,
        int observations) {
    public SourceEntry {
        extracts = List.copyOf(extracts);
    }
}
