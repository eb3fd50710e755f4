package careledger.etl.contradiction;

import careledger.schema.catalogue.Unit;
import careledger.schema.consistency.Relations;
import careledger.schema.observation.Breakdown;
import careledger.schema.totals.ExhaustiveParts;
import careledger.schema.totals.ExhaustivePartsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Parts that are more than their whole, or that are all of it and not as much. */
final class PartsOfWhole {
    private PartsOfWhole() {}

    static Stream<Doubt> in(Document document, Relations relations) {
        Stream<Doubt> named = relations.wholes().stream().flatMap(rule -> document.where(figure -> figure.exact()
                        && rule.indicators().contains(figure.indicator())
                        && figure.breakdown().equals(rule.dimension() + "=" + rule.whole()))
                .flatMap(whole -> doubt(whole, rule.dimension(), rule.parts(), true, document).stream()));
        return Stream.concat(
                named,
                document.where(figure -> figure.exact() && figure.unit() == Unit.COUNT)
                        .flatMap(whole -> dimensions(whole, document)
                                .flatMap(dimension -> ofTotal(whole, dimension, relations, document).stream())));
    }

    private static Optional<Doubt> ofTotal(
            PrintedFigure whole, String dimension, Relations relations, Document document) {
        Optional<ExhaustiveParts> all = ExhaustivePartsReader.of(whole.indicator(), dimension);
        if (all.isPresent()) {
            return doubt(whole, dimension, all.get().members(), true, document);
        }
        return relations.disjoint().contains(dimension)
                ? doubt(whole, dimension, members(whole, dimension, document), false, document)
                : Optional.empty();
    }

    /** @param all whether the parts are all of the whole, so that they may not be less either */
    private static Optional<Doubt> doubt(
            PrintedFigure whole, String dimension, List<String> members, boolean all, Document document) {
        List<PrintedFigure> parts = new ArrayList<>();
        for (String member : members) {
            document.nearest(whole, whole.indicator(), within(whole.breakdown(), dimension, member))
                    .ifPresent(parts::add);
        }
        boolean every = parts.size() == members.size();
        if (parts.size() < 2 || (all && !every) || parts.stream().anyMatch(PrintedFigure::small)) {
            return Optional.empty();
        }
        Span sum = parts.stream().map(PrintedFigure::span).reduce(Span.ZERO, Span::plus);
        boolean wrong = all ? !sum.meets(whole.span()) : sum.isAbove(whole.span());
        if (!wrong) {
            return Optional.empty();
        }
        String printed = parts.stream()
                .map(PrintedFigure::text)
                .reduce((one, other) -> one + " + " + other)
                .orElseThrow();
        return Optional.of(new Doubt(
                whole,
                "printed " + whole.text() + ", but its parts are " + printed + " ("
                        + parts.get(0).locator() + ")"));
    }

    /** Dimensions by which the figure is split elsewhere. */
    private static Stream<String> dimensions(PrintedFigure whole, Document document) {
        Map<String, String> own = members(whole.breakdown());
        return document.where(part -> part.indicator().equals(whole.indicator())
                        && part.period().equals(whole.period())
                        && members(part.breakdown()).size() == own.size() + 1
                        && members(part.breakdown()).entrySet().containsAll(own.entrySet()))
                .flatMap(part -> members(part.breakdown()).keySet().stream())
                .filter(dimension -> !own.containsKey(dimension))
                .distinct();
    }

    private static List<String> members(PrintedFigure whole, String dimension, Document document) {
        return List.copyOf(new TreeSet<>(document.where(part -> part.indicator().equals(whole.indicator())
                        && part.period().equals(whole.period()))
                .flatMap(part -> Optional.ofNullable(members(part.breakdown()).get(dimension)).stream())
                .toList()));
    }

    /** The breakdown of a member within another breakdown; a member of the same dimension takes the place of its whole. */
    private static String within(String breakdown, String dimension, String member) {
        Map<String, String> members = new TreeMap<>(members(breakdown));
        members.put(dimension, member);
        return Breakdown.of(members).id();
    }

    private static Map<String, String> members(String breakdown) {
        return Breakdown.parse(breakdown).members();
    }
}
