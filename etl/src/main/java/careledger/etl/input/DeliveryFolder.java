package careledger.etl.input;

import java.util.List;
import java.util.Optional;

/**
 * A folder under the extracts root.
 *
 * @param mapping text of its extract.yaml
 * @param mappingSha256 of the mapping's bytes; of nothing where there is none
 * @param files every other file in it, by name
 */
public record DeliveryFolder(String name, Optional<String> mapping, String mappingSha256, List<DeliveredFile> files) {
    public DeliveryFolder {
        files = List.copyOf(files);
    }
}
