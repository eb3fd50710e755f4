package careledger.answers.catalogue;

import careledger.schema.catalogue.IdKind;
import careledger.schema.catalogue.ReplacedId;
import careledger.schema.catalogue.ReplacedIds;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final SeriesMemory series;
    private final Map<String, Integer> indicatorOrder;
    private final IndicatorSearch search;
    private final ReplacedIds replaced;
    private final Consumer<ReplacedId> noted;

    ReleaseCatalogue(
            List<TopicEntry> topics,
            List<IndicatorEntry> indicators,
            List<DimensionEntry> dimensions,
            List<AreaEntry> areas,
            Map<String, Integer> figuresByArea,
            List<PeriodEntry> periods,
            List<SourceEntry> sources,
            DimensionAttributes attributes,
            SeriesMemory series,
            Map<String, SearchFacts> searchFacts) {
        this.topics = index(topics, TopicEntry::id);
        this.indicators = index(indicators, IndicatorEntry::id);
        this.dimensions = index(dimensions, DimensionEntry::id);
        this.areas = index(areas, AreaEntry::id);
        this.figuresByArea = Map.copyOf(figuresByArea);
        this.periods = index(periods, PeriodEntry::id);
        this.sources = index(sources, SourceEntry::id);
        this.attributes = attributes;
        this.series = series;
        this.indicatorOrder = new LinkedHashMap<>();
        indicators.forEach(indicator -> indicatorOrder.put(indicator.id(), indicatorOrder.size()));
        this.search = new IndicatorSearch(indicators, areas, searchFacts);
        this.replaced = ReplacedIds.NONE;
        this.noted = nobody -> {};
    }

    private ReleaseCatalogue(ReleaseCatalogue of, ReplacedIds replaced, Consumer<ReplacedId> noted) {
        this.topics = of.topics;
        this.indicators = of.indicators;
        this.dimensions = of.dimensions;
        this.areas = of.areas;
        this.figuresByArea = of.figuresByArea;
        this.periods = of.periods;
        this.sources = of.sources;
        this.attributes = of.attributes;
        this.series = of.series;
        this.indicatorOrder = of.indicatorOrder;
        this.search = of.search;
        this.replaced = replaced;
        this.noted = noted;
    }

    /** The same for a question that may use ids that were replaced. */
    public ReleaseCatalogue with(ReplacedIds ids, Consumer<ReplacedId> onUse) {
        return new ReleaseCatalogue(this, ids, onUse);
    }

    /** The id under which this release knows something; the same where nothing is known of it. */
    public String known(IdKind kind, String id) {
        Optional<ReplacedId> found = replaced.known(kind, id, one -> has(kind, one));
        found.filter(one -> !one.now().equals(id)).ifPresent(noted);
        return found.map(ReplacedId::now).orElse(id);
    }

    private boolean has(IdKind kind, String id) {
        return switch (kind) {
            case INDICATOR -> indicators.containsKey(id);
            case TOPIC -> topics.containsKey(id);
            case AREA -> areas.containsKey(id);
            case DIMENSION -> dimensions.containsKey(id);
            case MEMBER -> {
                int equals = id.indexOf('=');
                yield equals > 0
                        && dimension(id.substring(0, equals))
                                .flatMap(dimension -> dimension.member(id.substring(equals + 1)))
                                .isPresent();
            }
        };
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

    /** The series that were read last. */
    public SeriesMemory series() {
        return series;
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
