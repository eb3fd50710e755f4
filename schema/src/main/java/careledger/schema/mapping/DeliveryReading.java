package careledger.schema.mapping;

import careledger.schema.problem.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of reading an extract.yaml.
 *
 * @param delivery empty where the sources, the catalogue's additions or the whole file cannot be used
 * @param rejections every mistake, at its line
 * @param refusedFiles paths below the extracts root of the files whose entry is wrong; they are refused whole
 */
public record DeliveryReading(Optional<Delivery> delivery, List<Rejection> rejections, Set<String> refusedFiles) {
    public DeliveryReading {
        rejections = List.copyOf(rejections);
        refusedFiles = Set.copyOf(refusedFiles);
    }
}
