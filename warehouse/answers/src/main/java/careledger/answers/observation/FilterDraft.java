package careledger.answers.observation;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as a caller writes it, with its lists in their order, so that an error can name a position. What is not set has
 * the value of {@link ObservationFilter#usual}.
 */
public final class FilterDraft {
    boolean nothing;
    List<String> indicators = List.of();
    List<String> topics = List.of();
    List<String> areas = List.of();
    List<AreaKind> areaKinds = List.of();
    List<String> periods = List.of();
    List<PeriodKind> periodKinds = List.of();

    @Nullable
    LocalDate from;

    @Nullable
    LocalDate to;

    List<Integer> reportingYears = List.of();

    @Nullable
    Integer latest;

    BreakdownScope breakdowns = BreakdownScope.TOTALS;
    List<String> by = List.of();
    List<MemberFilter> members = List.of();
    List<ValueKind> valueKinds = ObservationFilter.USUAL_KINDS;
    boolean headlineOnly = true;
    List<String> sources = List.of();
    ValueFilter value = ValueFilter.ANY;
    List<String> words = List.of();
    List<FilterDraft> anyOf = List.of();
    List<FilterDraft> noneOf = List.of();

    public FilterDraft() {}

    /** One of several within another filter: what is not set keeps every row. */
    public static FilterDraft condition() {
        return new FilterDraft()
                .breakdowns(BreakdownScope.ALL)
                .headlineOnly(false)
                .valueKinds(ValueKind.values());
    }

    FilterDraft(ObservationFilter filter) {
        nothing = filter.nothing();
        indicators = filter.indicators();
        topics = filter.topics();
        areas = filter.areas();
        areaKinds = filter.areaKinds();
        periods = filter.periods();
        periodKinds = filter.periodKinds();
        from = filter.from();
        to = filter.to();
        reportingYears = filter.reportingYears();
        latest = filter.latest();
        breakdowns = filter.breakdowns();
        by = filter.by();
        members = filter.members();
        valueKinds = filter.valueKinds();
        headlineOnly = filter.headlineOnly();
        sources = filter.sources();
        value = filter.value();
        words = filter.words();
        anyOf = filter.anyOf().stream().map(FilterDraft::new).toList();
        noneOf = filter.noneOf().stream().map(FilterDraft::new).toList();
    }

    /** Where a list was given that names none, nothing matches. */
    public FilterDraft nothing(boolean none) {
        nothing = none;
        return this;
    }

    public FilterDraft indicators(String... ids) {
        indicators = List.of(ids);
        return this;
    }

    public FilterDraft topics(String... ids) {
        topics = List.of(ids);
        return this;
    }

    public FilterDraft areas(String... ids) {
        areas = List.of(ids);
        return this;
    }

    public FilterDraft areaKinds(AreaKind... kinds) {
        areaKinds = List.of(kinds);
        return this;
    }

    public FilterDraft periods(String... ids) {
        periods = List.of(ids);
        return this;
    }

    public FilterDraft periodKinds(PeriodKind... kinds) {
        periodKinds = List.of(kinds);
        return this;
    }

    /** Bounds on the period's last day, both included; null is no bound. */
    public FilterDraft ending(@Nullable LocalDate first, @Nullable LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    public FilterDraft reportingYears(Integer... years) {
        reportingYears = List.of(years);
        return this;
    }

    public FilterDraft latest(@Nullable Integer periodsOfEachSeries) {
        latest = periodsOfEachSeries;
        return this;
    }

    public FilterDraft breakdowns(BreakdownScope scope) {
        breakdowns = scope;
        return this;
    }

    public FilterDraft by(String... dimensions) {
        by = List.of(dimensions);
        return this;
    }

    public FilterDraft members(MemberFilter... filters) {
        members = List.of(filters);
        return this;
    }

    /** Members by their ids, {@code dimension=member}; of several of one dimension, any. */
    public FilterDraft memberIds(List<String> ids) {
        Map<String, List<String>> byDimension = new LinkedHashMap<>();
        for (String id : ids) {
            String dimension = id.substring(0, Math.max(0, id.indexOf('=')));
            byDimension.computeIfAbsent(dimension, any -> new ArrayList<>()).add(id);
        }
        List<MemberFilter> all = new ArrayList<>(members);
        byDimension.forEach((dimension, wanted) -> all.add(new MemberFilter(dimension, wanted)));
        members = List.copyOf(all);
        return this;
    }

    public FilterDraft valueKinds(ValueKind... kinds) {
        valueKinds = List.of(kinds);
        return this;
    }

    public FilterDraft headlineOnly(boolean only) {
        headlineOnly = only;
        return this;
    }

    public FilterDraft sources(String... ids) {
        sources = List.of(ids);
        return this;
    }

    public FilterDraft value(ValueFilter wanted) {
        value = wanted;
        return this;
    }

    /** Words of which a figure holds every one somewhere in what is known of it, in any case; null sets no condition. */
    public FilterDraft text(@Nullable String text) {
        words = text == null
                ? List.of()
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s\"\\\\]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return this;
    }

    /** Rows that at least one of these keeps; each made by {@link #condition}. */
    public FilterDraft anyOf(List<FilterDraft> conditions) {
        anyOf = List.copyOf(conditions);
        return this;
    }

    /** Rows that none of these keeps; each made by {@link #condition}. */
    public FilterDraft noneOf(List<FilterDraft> conditions) {
        noneOf = List.copyOf(conditions);
        return this;
    }

    public ObservationFilter filter() {
        return new ObservationFilter(
                nothing,
                indicators,
                topics,
                areas,
                areaKinds,
                periods,
                periodKinds,
                from,
                to,
                reportingYears,
                latest,
                breakdowns,
                by,
                members,
                valueKinds,
                headlineOnly,
                sources,
                value,
                words,
                anyOf.stream().map(FilterDraft::filter).toList(),
                noneOf.stream().map(FilterDraft::filter).toList());
    }
}
