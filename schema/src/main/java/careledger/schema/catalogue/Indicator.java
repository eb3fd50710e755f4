package careledger.schema.catalogue;

import careledger.schema.text.Nearest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A measure.
 *
 * @param plainEnglish one sentence that a young person on the board can read
 * @param decimals most decimals shown; a figure printed with fewer is shown with fewer
 * @param polarityReason why one way is good; present unless the polarity is NONE
 * @param sibling the count of the same thing, or the percentage of it
 * @param definitions oldest first; exactly one is primary
 */
public record Indicator(
        String id,
        String topic,
        String title,
        String plainEnglish,
        Unit unit,
        int decimals,
        Polarity polarity,
        Optional<String> polarityReason,
        MeasureKind measure,
        Timing timing,
        List<String> synonyms,
        Optional<String> sibling,
        List<RelatedIndicator> related,
        List<Definition> definitions) {
    public Indicator {
        synonyms = List.copyOf(synonyms);
        related = List.copyOf(related);
        definitions = List.copyOf(definitions);
    }

    public Definition primaryDefinition() {
        return definitions.stream().filter(Definition::primary).findFirst().orElseThrow();
    }

    /** The definition under which a source measures, where the mapping names none: the first that lists the source. */
    public Optional<Definition> definitionOf(String source) {
        return definitions.stream()
                .filter(definition -> definition.wordings().containsKey(source))
                .findFirst();
    }

    /**
     * The definition by which figures of a day were made: the one found, where it holds on that day, else the first that
     * does and that lists one of its sources. A source that changed its way of recording thus has a definition for each.
     */
    public Definition inForce(Definition found, LocalDate day) {
        return found.holdsOn(day)
                ? found
                : definitions.stream()
                        .filter(definition -> definition.holdsOn(day))
                        .filter(definition -> !Collections.disjoint(
                                definition.wordings().keySet(), found.wordings().keySet()))
                        .findFirst()
                        .orElse(found);
    }

    /** @throws IllegalArgumentException with the nearest known where there is none of that local name */
    public Definition definition(String localId) {
        return definitions.stream()
                .filter(definition -> definition.localId().equals(localId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' has no definition '" + localId + "'."
                        + Nearest.sentence(
                                localId,
                                definitions.stream().map(Definition::localId).toList())));
    }

    Indicator with(List<Definition> others) {
        return new Indicator(
                id,
                topic,
                title,
                plainEnglish,
                unit,
                decimals,
                polarity,
                polarityReason,
                measure,
                timing,
                synonyms,
                sibling,
                related,
                others);
    }
}
