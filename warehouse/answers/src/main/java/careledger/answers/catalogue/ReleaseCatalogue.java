package careledger.answers.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the figures of one release are about, held in memory. Every list is in the order in which people read it. */
public final class ReleaseCatalogue {
    private final Map<String, TopicEntry> topics;
    private final Map<String, IndicatorEntry> indicators;
    private final Map<String, DimensionEntry> dimensions;
    private final Map<String, AreaEntry> areas;
    private final Map<String, Integer> figuresByArea;
    private final Map<String, PeriodEntry> periods;
    private final Map<String, SourceEntry> sources;
    private final DimensionAttributes attributes;
    private final Map<String, Integer> indicatorOrder = new LinkedHashMap<>();
    private final IndicatorSearch search;

    ReleaseCatalogue(
            List<TopicEntry> topics,
            List<IndicatorEntry> indicators,
            List<DimensionEntry> dimensions,
            List<AreaEntry> areas,
            Map<String, Integer> figuresByArea,
            List<PeriodEntry> periods,
            List<SourceEntry> sources,
            DimensionAttributes attributes,
            Map<String, SearchFacts> searchFacts) {
        this.topics = index(topics, TopicEntry::id);
        this.indicators = index(indicators, IndicatorEntry::id);
        this.dimensions = index(dimensions, DimensionEntry::id);
        this.areas = index(areas, AreaEntry::id);
        this.figuresByArea = Map.copyOf(figuresByArea);
        this.periods = index(periods, PeriodEntry::id);
        this.sources = index(sources, SourceEntry::id);
        this.attributes = attributes;
        indicators.forEach(indicator -> indicatorOrder.put(indicator.id(), indicatorOrder.size()));
        this.search = new IndicatorSearch(indicators, areas, searchFacts);
    }

    public Collection<TopicEntry> topics() {
        return topics.values();
    }

    /** By topic, then title. */
    public Collection<IndicatorEntry> indicators() {
        return indicators.values();
    }

    public Collection<DimensionEntry> dimensions() {
        return dimensions.values();
    }

    public Collection<AreaEntry> areas() {
        return areas.values();
    }

    /** How many claims there are of an area, shown or not. */
    public int figuresOf(AreaEntry area) {
        return figuresByArea.getOrDefault(area.id(), 0);
    }

    /** Oldest first, by last day. */
    public Collection<PeriodEntry> periods() {
        return periods.values();
    }

    /** Oldest publication first. */
    public Collection<SourceEntry> sources() {
        return sources.values();
    }

    public Optional<TopicEntry> topic(String id) {
        return Optional.ofNullable(topics.get(id));
    }

    public Optional<IndicatorEntry> indicator(String id) {
        return Optional.ofNullable(indicators.get(id));
    }

    public Optional<DimensionEntry> dimension(String id) {
        return Optional.ofNullable(dimensions.get(id));
    }

    public Optional<AreaEntry> area(String id) {
        return Optional.ofNullable(areas.get(id));
    }

    public Optional<PeriodEntry> period(String id) {
        return Optional.ofNullable(periods.get(id));
    }

    public Optional<SourceEntry> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** The attributes that follow from the ids of a figure. */
    public DimensionAttributes attributes() {
        return attributes;
    }

    public IndicatorSearch search() {
        return search;
    }

    /** Place of an indicator in catalogue order, from 0. */
    public int orderOf(String indicatorId) {
        return indicatorOrder.getOrDefault(indicatorId, Integer.MAX_VALUE);
    }

    private static <T> Map<String, T> index(List<T> entries, Function<T, String> id) {
        return entries.stream()
                .collect(Collectors.toMap(id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
