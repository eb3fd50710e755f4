package careledger.schema.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The things that figures can be about: topics, indicators with their definitions, areas and dimensions. Every id in it
 * resolves; {@link CatalogueReader} refuses a catalogue of which that is not so.
 */
public final class Catalogue {
    private final Map<String, Topic> topics;
    private final Map<String, Indicator> indicators;
    private final Map<String, Area> areas;
    private final Map<String, Dimension> dimensions;
    private final Map<String, Area> areasByName;
    private final Map<String, Map<String, Member>> membersByName;

    Catalogue(List<Topic> topics, List<Indicator> indicators, List<Area> areas, List<Dimension> dimensions) {
        this.topics = index(topics, Topic::id);
        this.indicators = index(indicators, Indicator::id);
        this.areas = index(areas, Area::id);
        this.dimensions = index(dimensions, Dimension::id);
        this.areasByName = new LinkedHashMap<>();
        areas.forEach(area -> printedNames(area).forEach(name -> areasByName.putIfAbsent(key(name), area)));
        this.membersByName = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            Map<String, Member> byName = new LinkedHashMap<>();
            dimension.members().forEach(member -> printedNames(member).forEach(name -> byName.put(key(name), member)));
            membersByName.put(dimension.id(), byName);
        }
    }

    /** This catalogue and what the other has beside it; where both have an id, this one's meaning is kept. */
    public Catalogue with(Catalogue other) {
        Map<String, Dimension> merged = new LinkedHashMap<>(dimensions);
        other.dimensions.forEach((id, dimension) -> merged.merge(id, dimension, Catalogue::merged));
        return new Catalogue(
                union(topics, other.topics),
                union(indicators, other.indicators),
                union(areas, other.areas),
                List.copyOf(merged.values()));
    }

    public Collection<Topic> topics() {
        return topics.values();
    }

    public Collection<Indicator> indicators() {
        return indicators.values();
    }

    public Collection<Area> areas() {
        return areas.values();
    }

    public Collection<Dimension> dimensions() {
        return dimensions.values();
    }

    public Optional<Indicator> indicator(String id) {
        return Optional.ofNullable(indicators.get(id));
    }

    public Optional<Dimension> dimension(String id) {
        return Optional.ofNullable(dimensions.get(id));
    }

    /** The area of an id, a name or an alias, in any case. */
    public Optional<Area> area(String idOrPrinted) {
        Area byId = areas.get(idOrPrinted);
        return byId != null ? Optional.of(byId) : Optional.ofNullable(areasByName.get(key(idOrPrinted)));
    }

    /** The member of an id, a title or an alias, in any case and with any spacing. */
    public Optional<Member> member(String dimension, String idOrPrinted) {
        return Optional.ofNullable(
                membersByName.getOrDefault(dimension, Map.of()).get(key(idOrPrinted)));
    }

    /** What a message may offer as the nearest known areas. */
    public List<String> areaNames() {
        return areas.values().stream()
                .flatMap(area -> printedNames(area).stream())
                .distinct()
                .toList();
    }

    /** What a message may offer as the nearest known members. */
    public List<String> memberNames(String dimension) {
        return dimension(dimension).stream()
                .flatMap(known -> known.members().stream())
                .flatMap(member -> printedNames(member).stream())
                .distinct()
                .toList();
    }

    /**
     * The segment that figures under a definition belong to: the local id of the first of the run of definitions that
     * are comparable with one another.
     */
    public static String segmentOf(Indicator indicator, Definition definition) {
        String segment = "";
        for (Definition candidate : indicator.definitions()) {
            if (segment.isEmpty() || !candidate.comparableWithPrevious()) {
                segment = candidate.id();
            }
            if (candidate.id().equals(definition.id())) {
                return segment;
            }
        }
        throw new IllegalArgumentException(definition.id() + " is no definition of " + indicator.id());
    }

    static List<String> printedNames(Area area) {
        List<String> names = new ArrayList<>(List.of(area.id(), area.name()));
        names.addAll(area.aliases());
        return names;
    }

    static List<String> printedNames(Member member) {
        List<String> names = new ArrayList<>(List.of(member.id(), member.title()));
        names.addAll(member.aliases());
        return names;
    }

    static String key(String printed) {
        return printed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static Dimension merged(Dimension one, Dimension other) {
        Map<String, Member> members = index(one.members(), Member::id);
        other.members().forEach(member -> members.putIfAbsent(member.id(), member));
        return new Dimension(one.id(), one.title(), List.copyOf(members.values()));
    }

    private static <T> List<T> union(Map<String, T> one, Map<String, T> other) {
        Map<String, T> union = new LinkedHashMap<>(one);
        other.forEach(union::putIfAbsent);
        return List.copyOf(union.values());
    }

    private static <T> Map<String, T> index(List<T> things, Function<T, String> id) {
        return things.stream()
                .collect(Collectors.toMap(id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
