package careledger.schema.mapping;

import careledger.schema.catalogue.Authority;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Indicator;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the {@code sources} of an extract.yaml. */
final class SourceReader {
    private final Catalogue catalogue;
    private final Set<String> measuring;

    SourceReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.measuring = catalogue.indicators().stream()
                .flatMap(indicator -> indicator.definitions().stream())
                .flatMap(definition -> definition.wordings().keySet().stream())
                .collect(Collectors.toSet());
    }

    List<SourceMapping> sources(YamlMap root) {
        List<SourceMapping> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap map : root.maps("sources")) {
            SourceMapping source = source(map);
            if (!ids.add(source.id())) {
                map.problem("id", "The source '" + source.id() + "' is there twice.");
            }
            sources.add(source);
            map.finish();
        }
        if (sources.isEmpty() && (!root.has("sources") || root.holdsList("sources"))) {
            root.problem("sources", "'sources' lists no source; every figure names the document it comes from.");
        }
        return sources;
    }

    private SourceMapping source(YamlMap map) {
        return new SourceMapping(
                map.text("id"),
                map.text("title"),
                map.text("publisher"),
                publishedOn(map),
                map.optionalText("publishedOnNote"),
                map.constant("authority", Authority.class),
                definitionsAs(map),
                definitions(map.map("definitions")),
                supersedes(map));
    }

    private static Set<String> supersedes(YamlMap map) {
        Set<String> supersedes = new HashSet<>(map.texts("supersedes"));
        if (supersedes.contains(map.text("id"))) {
            map.problem("supersedes", "A source cannot supersede itself; name the document that it corrects.");
        }
        return supersedes;
    }

    private static PublicationTime publishedOn(YamlMap map) {
        Optional<PublicationTime> publication = map.optional("publishedOn", PublicationTime::parse);
        if (!map.has("publishedOn")) {
            map.text("publishedOn");
        }
        return publication.orElseGet(() -> new PublicationTime(LocalDate.EPOCH, LocalTime.MIDNIGHT));
    }

    private Optional<String> definitionsAs(YamlMap map) {
        Optional<String> as = map.optionalText("definitionsAs");
        as.filter(id -> !measuring.contains(id))
                .ifPresent(id -> map.problem(
                        "definitionsAs",
                        "No definition in the catalogue lists the source '" + id + "'."
                                + Nearest.sentence(id, new TreeSet<>(measuring))
                                + " Name an earlier source that measures alike, or leave the key out and say"
                                + " 'definition' or 'definitions'."));
        return as;
    }

    private Map<String, String> definitions(YamlMap map) {
        Map<String, String> definitions = new HashMap<>();
        for (String id : map.keys()) {
            String local = map.text(id);
            Optional<Indicator> indicator = catalogue.indicator(id);
            if (indicator.isEmpty()) {
                map.problem(
                        id,
                        "There is no indicator '" + id + "'."
                                + Nearest.sentence(
                                        id,
                                        catalogue.indicators().stream()
                                                .map(Indicator::id)
                                                .toList()));
            }
            indicator.ifPresent(one -> check(map, one, local));
            definitions.put(id, local);
        }
        return definitions;
    }

    private static void check(YamlMap map, Indicator indicator, String local) {
        try {
            indicator.definition(local);
        } catch (IllegalArgumentException e) {
            map.problem(indicator.id(), e.getMessage() == null ? "" : e.getMessage());
        }
    }
}
