package careledger.etl.layout;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the definitions of the catalogue and the figures of the documents speak of one another. */
record DefinitionsInUse(Catalogue catalogue, Set<Use> figures) {
    /** A source measures by a definition. */
    record Use(String definition, String source) {}

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            indicator.definitions().forEach(definition -> definition(definition, problems));
        }
        figures.stream()
                .filter(use -> !listed(use))
                .map(use -> use.definition() + " does not list " + use.source() + ", which has figures under it.")
                .sorted()
                .forEach(problems::add);
        return problems;
    }

    private void definition(Definition definition, List<String> problems) {
        for (String source : definition.wordings().keySet()) {
            if (!figures.contains(new Use(definition.id(), source))) {
                problems.add(definition.id() + " lists " + source + ", which has no figure under it.");
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
