package careledger.answers.catalogue;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.schema.text.Echo;
import careledger.schema.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the ids of one query that a release does not contain, and for the first few of them the ids that were probably
 * meant: comparing names takes time, and one who has sent hundreds of wrong ids has not misspelt them.
 */
public final class UnknownIds {
    private static final int HOW_MANY = 3;
    private static final int SUGGESTED = 5;

    private final ReleaseCatalogue catalogue;
    private int suggested;

    public UnknownIds(ReleaseCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Optional<InvalidArgument> indicator(String id, ArgumentPath argument) {
        if (catalogue.indicator(id).isPresent()) {
            return Optional.empty();
        }
        if (!suggests()) {
            return Optional.of(InvalidArgument.unknownNear(argument, "indicator", id, List.of()));
        }
        Set<String> nearest =
                new LinkedHashSet<>(near(id, catalogue.indicators(), IndicatorEntry::id, IndicatorEntry::title));
        if (id.length() <= Echo.MOST) {
            catalogue.search().find(id).forEach(indicator -> nearest.add(indicator.id()));
        }
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
                        MemberEntry::key,
                        MemberEntry::title);
    }

    private <T> Optional<InvalidArgument> unknown(
            ArgumentPath argument,
            String what,
            String asked,
            Collection<T> known,
            Function<T, String> id,
            Function<T, String> title) {
        List<String> nearest = suggests() ? near(asked, known, id, title) : List.of();
        return Optional.of(InvalidArgument.unknownNear(argument, what, asked, nearest));
    }

    private boolean suggests() {
        return suggested++ < SUGGESTED;
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
