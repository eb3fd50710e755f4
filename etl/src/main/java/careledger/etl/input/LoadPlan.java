package careledger.etl.input;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.mapping.Delivery;
import careledger.schema.problem.Rejection;
import java.util.List;
import java.util.Map;

/**
 * What a run will read, and what was refused before a line of it was read.
 *
 * @param deliveries those whose mapping can be used
 * @param mappings text of each usable extract.yaml, by folder
 * @param files every delivered or named file, in order of path
 * @param rejections of mappings and of whole files
 * @param catalogue the project's and what the deliveries add
 */
public record LoadPlan(
        List<Delivery> deliveries,
        Map<String, String> mappings,
        List<PlannedFile> files,
        List<Rejection> rejections,
        Catalogue catalogue) {
    public LoadPlan {
        deliveries = List.copyOf(deliveries);
        mappings = Map.copyOf(mappings);
        files = List.copyOf(files);
        rejections = List.copyOf(rejections);
    }

    public List<PlannedFile> readable() {
        return files.stream().filter(PlannedFile::readable).toList();
    }
}
