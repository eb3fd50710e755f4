package careledger.etl.input;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.MappingText;
import careledger.schema.problem.Rejection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run will read, and what was refused before a line of it was read.
 *
 * @param deliveries those whose mapping can be used
 * @param mappings text of each usable mapping, by folder
 * @param places where each delivery's files lie
 * @param files every delivered or named file, in order of path
 * @param rejections of mappings and of whole files
 * @param catalogue the project's and what the deliveries add
 */
public record LoadPlan(
        List<Delivery> deliveries,
        Map<String, MappingText> mappings,
        Map<String, Path> places,
        List<PlannedFile> files,
        List<Rejection> rejections,
        Catalogue catalogue) {
    public LoadPlan {
        deliveries = List.copyOf(deliveries);
        mappings = Map.copyOf(mappings);
        places = Map.copyOf(places);
        files = List.copyOf(files);
        rejections = List.copyOf(rejections);
    }

    /** Deliveries whose mapping cannot be used, so that nothing of them is read. */
    public Set<String> unusable() {
        Set<String> unusable = new TreeSet<>();
        rejections.forEach(one -> unusable.add(deliveryOf(one.file())));
        files.forEach(file -> unusable.add(file.delivery()));
        deliveries.forEach(delivery -> unusable.remove(delivery.name()));
        return unusable;
    }

    /** The delivery of a path below the extracts root. */
    public static String deliveryOf(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    /** Where a delivered file lies. */
    public Path place(PlannedFile file) {
        Path folder = Objects.requireNonNull(places.get(file.delivery()), file.delivery());
        return folder.resolve(file.delivered().substring(file.delivery().length() + 1));
    }

    public List<PlannedFile> readable() {
        return files.stream().filter(PlannedFile::readable).toList();
    }
}
