package careledger.etl.input;

import careledger.schema.problem.Rejection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A delivery: a folder under the extracts root, or the copy of an earlier state of it that is kept in the data folder.
 *
 * @param at where its files lie
 * @param mapping text of its extract.yaml
 * @param mappingSha256 of the mapping's bytes; of nothing where there is none
 * @param files every other file in it, by name
 * @param problem why it cannot be read at all, if so
 */
public record DeliveryFolder(
        String name,
        Path at,
        Optional<String> mapping,
        String mappingSha256,
        List<DeliveredFile> files,
        Optional<Rejection> problem) {
    public DeliveryFolder {
        files = List.copyOf(files);
    }
}
