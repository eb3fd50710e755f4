package careledger.etl.input;

import careledger.release.run.EmbargoedSource;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.MappingText;
import careledger.schema.mapping.SharedCatalogue;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.problem.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of the deliveries may be seen at one time: nothing of a source that is published later. Of a delivery of which
 * something is under embargo, nothing is shown but the figures of its other sources and their files.
 *
 * @param from the moment from which it may be seen; empty for what may be seen as the run begins
 * @param hidden ids of sources that are published later
 */
public record VisiblePart(LoadPlan plan, Optional<Instant> from, Set<String> hidden) {
    public VisiblePart {
        hidden = Set.copyOf(hidden);
    }

    /** What may be seen now, and then a part for each end of an embargo; the last one hides nothing. */
    public static List<VisiblePart> of(LoadPlan plan, Instant now) {
        Map<String, Instant> later = new TreeMap<>();
        sources(plan).forEach(source -> {
            if (source.publication().moment().isAfter(now)) {
                later.put(source.id(), source.publication().moment());
            }
        });
        List<VisiblePart> parts = new ArrayList<>();
        parts.add(new VisiblePart(plan, Optional.empty(), later.keySet()));
        for (Instant end : new TreeSet<>(later.values())) {
            Set<String> still = later.entrySet().stream()
                    .filter(one -> one.getValue().isAfter(end))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            parts.add(new VisiblePart(plan, Optional.of(end), still));
        }
        return parts;
    }

    /** Whether nothing is hidden. */
    public boolean whole() {
        return hidden.isEmpty();
    }

    /** Those that may be seen, by id. */
    public List<SourceMapping> sources() {
        return sources(plan).stream()
                .filter(source -> !hidden.contains(source.id()))
                .toList();
    }

    /** Those of which something may be seen. */
    public List<PlannedFile> files() {
        return plan.files().stream().filter(file -> !hides(file)).toList();
    }

    /** Whether a file is of several sources, of which some are hidden. */
    public boolean hidesSomeOf(PlannedFile file) {
        return file.source().isEmpty() && deliveries().contains(file.delivery());
    }

    /** Files of which everything may be seen, also what was refused. */
    public List<String> wholeFiles() {
        return files().stream()
                .filter(file -> !hidesSomeOf(file))
                .map(PlannedFile::path)
                .toList();
    }

    /** What was refused before anything was read. */
    public List<Rejection> rejections() {
        Set<String> deliveries = deliveries();
        Set<String> shown = Set.copyOf(wholeFiles());
        return plan.rejections().stream()
                .filter(one -> !deliveries.contains(LoadPlan.deliveryOf(one.file())) || shown.contains(one.file()))
                .filter(one ->
                        deliveries.stream().noneMatch(name -> one.reason().contains(name + "/")))
                .filter(one -> hidden.stream().noneMatch(id -> one.reason().contains("'" + id + "'")))
                .toList();
    }

    /** The project's catalogue, and what deliveries add to it of which nothing is hidden. */
    public Catalogue catalogue() {
        if (whole()) {
            return plan.catalogue();
        }
        Map<String, MappingText> mappings = new HashMap<>(plan.mappings());
        mappings.keySet().removeAll(deliveries());
        return SharedCatalogue.of(MappingText.yamls(mappings), CatalogueReader.builtIn());
    }

    /**
     * The sources that are hidden, by id.
     *
     * @param figures claims of each
     */
    public List<EmbargoedSource> embargoed(Map<String, Long> figures) {
        return sources(plan).stream()
                .filter(source -> hidden.contains(source.id()))
                .map(source -> new EmbargoedSource(
                        source.id(),
                        source.title(),
                        source.publication().moment(),
                        figures.getOrDefault(source.id(), 0L),
                        plan.deliveries().stream()
                                .filter(delivery -> delivery.sources().contains(source))
                                .map(Delivery::name)
                                .toList()))
                .toList();
    }

    /** Deliveries of which something is hidden. */
    private Set<String> deliveries() {
        return plan.deliveries().stream()
                .filter(delivery -> delivery.sources().stream().anyMatch(source -> hidden.contains(source.id())))
                .map(Delivery::name)
                .collect(Collectors.toSet());
    }

    private boolean hides(PlannedFile file) {
        if (file.source().isPresent()) {
            return hidden.contains(file.source().get());
        }
        return deliveries().contains(file.delivery()) && (!file.readable() || hidesAllOf(file.delivery()));
    }

    private boolean hidesAllOf(String name) {
        return plan.deliveries().stream()
                .filter(delivery -> delivery.name().equals(name))
                .flatMap(delivery -> delivery.sources().stream())
                .allMatch(source -> hidden.contains(source.id()));
    }

    private static List<SourceMapping> sources(LoadPlan plan) {
        Map<String, SourceMapping> sources = new TreeMap<>();
        plan.deliveries().forEach(delivery -> delivery.sources().forEach(one -> sources.put(one.id(), one)));
        return List.copyOf(sources.values());
    }
}
