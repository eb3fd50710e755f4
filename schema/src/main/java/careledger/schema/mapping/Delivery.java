package careledger.schema.mapping;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of delivered files and what its extract.yaml says about them.
 *
 * @param name of the folder
 * @param files those whose entry can be used, in the order of extract.yaml
 * @param expected refusals that a person has looked at
 * @param catalogue the project's, with what the delivery adds
 */
public record Delivery(
        String name,
        List<SourceMapping> sources,
        List<FileMapping> files,
        List<ExpectedRejection> expected,
        Catalogue catalogue) {
    public Delivery {
        expected = List.copyOf(expected);
        sources = List.copyOf(sources);
        files = List.copyOf(files);
    }

    public Optional<SourceMapping> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /**
     * The definition by which a source measures an indicator: the one that the mapping names, else the one under the
     * source's {@code definitions}, else the one that lists the source, else the one that lists the source named by
     * {@code definitionsAs}.
     *
     * @param named local id named for the figure itself
     */
    public Optional<Definition> definition(Indicator indicator, String sourceId, Optional<String> named) {
        Optional<SourceMapping> source = source(sourceId);
        Optional<String> local = named.or(() ->
                source.flatMap(one -> Optional.ofNullable(one.definitions().get(indicator.id()))));
        if (local.isPresent()) {
            return indicator.definitions().stream()
                    .filter(definition -> definition.localId().equals(local.get()))
                    .findFirst();
        }
        return indicator.definitionOf(sourceId).or(() -> source.flatMap(SourceMapping::definitionsAs)
                .flatMap(indicator::definitionOf));
    }
}
