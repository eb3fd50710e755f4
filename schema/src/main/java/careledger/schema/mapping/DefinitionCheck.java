package careledger.schema.mapping;

import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/** Whether a figure of a mapping has a definition; a figure without one could be compared with nothing. */
final class DefinitionCheck {
    private final Delivery bare;

    DefinitionCheck(Delivery bare) {
        this.bare = bare;
    }

    /** @param named local id that the mapping names for the figure */
    void check(YamlMap map, String key, Optional<String> source, String indicatorId, Optional<String> named) {
        problem(source, indicatorId, named).ifPresent(message -> map.problem(key, message));
    }

    /** What is wrong, if anything; an indicator or source that is not known is reported elsewhere. */
    Optional<String> problem(Optional<String> source, String indicatorId, Optional<String> named) {
        Optional<Indicator> indicator = bare.catalogue().indicator(indicatorId);
        if (indicator.isEmpty()
                || source.isEmpty()
                || bare.source(source.get()).isEmpty()
                || bare.definition(indicator.get(), source.get(), named).isPresent()) {
            return Optional.empty();
        }
        List<String> known =
                indicator.get().definitions().stream().map(Definition::localId).toList();
        return Optional.of(
                named.isPresent()
                        ? "'" + indicatorId + "' has no definition '" + named.get() + "'."
                                + Nearest.sentence(named.get(), known)
                                + " It has: " + String.join(", ", known) + "."
                        : "The catalogue does not say by which definition '" + source.get() + "' measures '"
                                + indicatorId + "' (known: " + String.join(", ", known)
                                + "). Say it here with 'definition', or under the source with 'definitions' or"
                                + " 'definitionsAs'.");
    }
}
