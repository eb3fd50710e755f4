package careledger.etl.input;

import careledger.schema.mapping.MappingText;
import careledger.schema.problem.Rejection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A delivery: a folder under the extracts root, or the copy of an earlier state of it that is kept in the data folder.
 *
 * @param at where its files lie
 * @param mapping its extract.yaml and the tables of measures beside it
 * @param mappingSha256 of the bytes of all of the mapping; of nothing where there is none
 * @param files every other file in it, by name
 * @param problem why it cannot be read at all, if so
 */
public record DeliveryFolder(
        String name,
        Path at,
        Optional<MappingText> mapping,
        String mappingSha256,
        List<DeliveredFile> files,
        Optional<Rejection> problem) {
    public DeliveryFolder {
        files = List.copyOf(files);
    }
}
