package careledger.etl.draft;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guesses about the source document from its tables: few, since a table seldom names it. */
final class SourceGuess {
    /** Keys that begin so are indicators under {@code definitions}. */
    static final String DEFINITION = "definitions.";

    private final List<TableDraft> tables;
    private final Catalogue catalogue;

    SourceGuess(List<TableDraft> tables, Catalogue catalogue) {
        this.tables = tables;
        this.catalogue = catalogue;
    }

    /** The document of a folder whose tables name none. */
    Map<String, Guess> named(String folder) {
        String id = folder.toLowerCase(Locale.UK).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return of(
                Guess.likely(
                        id.isEmpty() ? "source" : id,
                        "the folder's name; figures name it, so never changed once published"),
                tables.stream().flatMap(TableDraft::indicatorsNamed));
    }

    /**
     * A document that rows of claims name.
     *
     * @param indicators those that the claims have of it
     */
    Map<String, Guess> listed(String id, Collection<String> indicators) {
        return of(Guess.sure(id, "named in the rows of claims"), indicators.stream());
    }

    /** A document that another delivery describes, of which a table of this one is. */
    Map<String, Guess> again(String id) {
        return of(Guess.likely(id, "known from another delivery; both must say the same of it"), Stream.of());
    }

    private Map<String, Guess> of(Guess id, Stream<String> indicators) {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        guesses.put("id", id);
        boolean openData =
                tables.stream().anyMatch(table -> table.layout().value().equals("tidy"));
        guesses.put("title", Guess.unsure("the document's title"));
        guesses.put(
                "publisher",
                openData
                        ? Guess.likely("Department for Education", "open data in its convention")
                        : Guess.unsure("who published it"));
        guesses.put("publishedOn", Guess.unsure("the day from which its figures were known, as 2026-11-30"));
        guesses.put(
                "authority",
                openData
                        ? Guess.likely("OFFICIAL_STATISTICS", "open data")
                        : Guess.likely(
                                "COUNCIL_REPORT", "tables as printed; STATUTORY_RETURN or OFFICIAL_STATISTICS else"));
        List<Indicator> named = indicators
                .distinct()
                .flatMap(indicator -> catalogue.indicator(indicator).stream())
                .toList();
        Optional<String> as = likest(named, openData).filter(source -> !source.equals(id.value()));
        as.ifPresent(source -> guesses.put(
                "definitionsAs",
                Guess.likely(
                        source,
                        "it measures " + measured(named, source) + " of these " + named.size() + " indicators")));
        for (Indicator indicator : named) {
            if (as.flatMap(indicator::definitionOf).isEmpty()
                    && indicator.definitionOf(id.value()).isEmpty()) {
                guesses.put(DEFINITION + indicator.id(), definition(indicator));
            }
        }
        return guesses;
    }

    private static Guess definition(Indicator indicator) {
        List<String> all =
                indicator.definitions().stream().map(Definition::localId).toList();
        return all.size() == 1
                ? Guess.likely(all.get(0), "the only one known")
                : Guess.unsure("one of " + String.join(", ", all));
    }

    /** The known source that measures most of the indicators. */
    private static Optional<String> likest(List<Indicator> named, boolean openData) {
        Map<String, Long> counts = new HashMap<>(named.stream()
                .flatMap(indicator -> indicator.definitions().stream()
                        .flatMap(definition -> definition.wordings().keySet().stream())
                        .distinct())
                .collect(Collectors.groupingBy(source -> source, Collectors.counting())));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<String, Long> one) -> one.getValue())
                        .thenComparing(one -> one.getKey().startsWith("dfe") == openData ? 1 : 0)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static long measured(List<Indicator> named, String source) {
        return named.stream()
                .filter(indicator -> indicator.definitionOf(source).isPresent())
                .count();
    }
}
