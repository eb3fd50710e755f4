package careledger.answers.catalogue;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.schema.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reports the ids of a query that a release does not know, with the nearest known ones. */
public final class UnknownIds {
    private static final int HOW_MANY = 3;

    private final ReleaseCatalogue catalogue;

    public UnknownIds(ReleaseCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Optional<InvalidArgument> indicator(String id, ArgumentPath argument) {
        if (catalogue.indicator(id).isPresent()) {
            return Optional.empty();
        }
        Set<String> nearest =
                new LinkedHashSet<>(near(id, catalogue.indicators(), IndicatorEntry::id, IndicatorEntry::title));
        catalogue.search().find(id).forEach(indicator -> nearest.add(indicator.id()));
        return Optional.of(InvalidArgument.unknownNear(
                argument, "indicator", id, nearest.stream().limit(HOW_MANY).toList()));
    }

    public Optional<InvalidArgument> topic(String id, ArgumentPath argument) {
        return catalogue.topic(id).isPresent()
                ? Optional.empty()
                : unknown(argument, "topic", id, catalogue.topics(), TopicEntry::id, TopicEntry::title);
    }

    public Optional<InvalidArgument> area(String id, ArgumentPath argument) {
        return catalogue.area(id).isPresent()
                ? Optional.empty()
                : unknown(argument, "area", id, catalogue.areas(), AreaEntry::id, AreaEntry::name);
    }

    public Optional<InvalidArgument> source(String id, ArgumentPath argument) {
        return catalogue.source(id).isPresent()
                ? Optional.empty()
                : unknown(argument, "source", id, catalogue.sources(), SourceEntry::id, SourceEntry::title);
    }

    public Optional<InvalidArgument> dimension(String id, ArgumentPath argument) {
        return catalogue.dimension(id).isPresent()
                ? Optional.empty()
                : unknown(argument, "dimension", id, catalogue.dimensions(), DimensionEntry::id, DimensionEntry::title);
    }

    public Optional<InvalidArgument> member(DimensionEntry dimension, String id, ArgumentPath argument) {
        return dimension.member(id).isPresent()
                ? Optional.empty()
                : unknown(
                        argument,
                        "member of " + dimension.id(),
                        id,
                        dimension.members(),
                        MemberEntry::id,
                        MemberEntry::title);
    }

    private static <T> Optional<InvalidArgument> unknown(
            ArgumentPath argument,
            String what,
            String asked,
            Collection<T> known,
            Function<T, String> id,
            Function<T, String> title) {
        return Optional.of(InvalidArgument.unknownNear(argument, what, asked, near(asked, known, id, title)));
    }

    /** The ids whose own text or whose title lies near. */
    private static <T> List<String> near(
            String asked, Collection<T> known, Function<T, String> id, Function<T, String> title) {
        Map<String, String> idByName = new LinkedHashMap<>();
        known.forEach(entry -> idByName.put(title.apply(entry), id.apply(entry)));
        known.forEach(entry -> idByName.put(id.apply(entry), id.apply(entry)));
        return Nearest.to(asked, idByName.keySet()).stream()
                .map(name -> idByName.getOrDefault(name, name))
                .distinct()
                .toList();
    }
}
