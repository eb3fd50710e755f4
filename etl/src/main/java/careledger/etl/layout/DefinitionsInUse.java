package careledger.etl.layout;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Whether the definitions of the catalogue and the figures of the documents agree: each source that a definition lists has
 * figures under it, and the source of each figure is listed by its definition.
 *
 * @param figures the definitions and sources of all figures
 * @param sources those whose figures were read; what a definition lists besides cannot be judged
 */
record DefinitionsInUse(Catalogue catalogue, Set<Use> figures, Set<String> sources) {
    /** A source measures by a definition. */
    record Use(String definition, String source) {}

    /** What is wrong with a definition of the catalogue. */
    record Finding(String definition, String message) {}

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            indicator.definitions().forEach(definition -> definition(definition, findings));
        }
        figures.stream()
                .filter(use -> !listed(use))
                .map(use -> new Finding(
                        use.definition(),
                        use.definition() + " does not list " + use.source() + ", which has figures under it. Add it to"
                                + " the 'sources' of the definition, with the words that the source prints."))
                .sorted(Comparator.comparing(Finding::message))
                .forEach(findings::add);
        return findings;
    }

    private void definition(Definition definition, List<Finding> findings) {
        for (String source : definition.wordings().keySet()) {
            if (sources.contains(source) && !figures.contains(new Use(definition.id(), source))) {
                findings.add(new Finding(
                        definition.id(),
                        definition.id() + " lists " + source + ", which has no figure under it. Take it out of the"
                                + " 'sources' of the definition, or map the figure."));
            }
        }
    }

    private boolean listed(Use use) {
        return catalogue.indicators().stream()
                .flatMap(indicator -> indicator.definitions().stream())
                .filter(definition -> definition.id().equals(use.definition()))
                .anyMatch(definition -> definition.wordings().containsKey(use.source()));
    }
}
