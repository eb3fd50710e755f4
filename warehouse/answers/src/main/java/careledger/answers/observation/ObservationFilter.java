package careledger.answers.observation;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are wanted. An empty list sets no condition, so it keeps every row; where a caller named none on purpose,
 * nothing matches. Lists are sorted, without duplicates,
 * and each dimension has one member filter ({@link MemberFilter#canonical}): two filters that select by the same conditions
 * are equal, and the SQL, the cache key and the filter shown in answers are all made from this value.
 *
 * @param nothing whether a list was given that names none
 * @param from first last day of a period, included
 * @param to last last day of a period, included
 * @param latest only the newest so many periods of each series
 * @param by exactly these dimensions; turns TOTALS into PARTS
 * @param words in small letters; each of them is somewhere in what is known of the figure
 * @param anyOf rows that at least one of these keeps; empty sets no condition. Members in it turn TOTALS into ALL
 * @param noneOf rows that none of these keeps
 * @param members one of these members in each dimension named; turns TOTALS into PARTS
 */
public record ObservationFilter(
        boolean nothing,
        List<String> indicators,
        List<String> topics,
        List<String> areas,
        List<AreaKind> areaKinds,
        List<String> periods,
        List<PeriodKind> periodKinds,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Integer> reportingYears,
        @Nullable Integer latest,
        BreakdownScope breakdowns,
        List<String> by,
        List<MemberFilter> members,
        List<ValueKind> valueKinds,
        boolean headlineOnly,
        List<String> sources,
        ValueFilter value,
        List<String> words,
        List<ObservationFilter> anyOf,
        List<ObservationFilter> noneOf) {
    /** What was measured, also where only a later document prints it; no targets and forecasts. */
    public static final List<ValueKind> USUAL_KINDS =
            List.of(ValueKind.ACTUAL, ValueKind.PROVISIONAL, ValueKind.PREVIOUSLY_REPORTED);

    private static final int FEW = 10;
    private static final int VERY_FEW = 2;

    public ObservationFilter {
        indicators = sorted(indicators);
        topics = sorted(topics);
        areas = sorted(areas);
        areaKinds = sorted(areaKinds);
        periods = sorted(periods);
        periodKinds = sorted(periodKinds);
        reportingYears = sorted(reportingYears);
        by = sorted(by);
        members = MemberFilter.canonical(members);
        valueKinds = sorted(valueKinds.isEmpty() ? List.of(ValueKind.values()) : valueKinds);
        sources = sorted(sources);
        if (breakdowns != BreakdownScope.PARTS && !(by.isEmpty() && members.isEmpty())) {
            breakdowns = BreakdownScope.PARTS;
        }
        words = sorted(words);
        anyOf = distinct(anyOf);
        noneOf = distinct(noneOf);
        if (breakdowns == BreakdownScope.TOTALS
                && anyOf.stream().anyMatch(one -> one.breakdowns() == BreakdownScope.PARTS)) {
            breakdowns = BreakdownScope.ALL;
        }
    }

    /** Headline figures of totals, targets and forecasts left out: nothing is counted twice. */
    public static ObservationFilter usual() {
        return new FilterDraft().filter();
    }

    /** Whether it names the few series that it is about, so that little has to be read for them. */
    public boolean narrow() {
        boolean fewIndicators = !indicators.isEmpty() && indicators.size() <= FEW;
        boolean fewAreas = !areas.isEmpty() && areas.size() <= FEW;
        return fewIndicators && (fewAreas || indicators.size() <= VERY_FEW);
    }

    /** Whether it names one indicator and one area, so that all it can find are the parts of one series over time. */
    boolean ofOneSeries() {
        return indicators.size() == 1 && areas.size() == 1;
    }

    /** A copy to change. */
    public FilterDraft draft() {
        return new FilterDraft(this);
    }

    /** The filter as canonical JSON says it: absent criteria are left out, defaults are not. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>();
        put(fields, "indicators", indicators);
        put(fields, "topics", topics);
        put(fields, "areas", areas);
        put(fields, "areaKinds", areaKinds);
        put(fields, "periods", periods);
        put(fields, "periodKinds", periodKinds);
        put(fields, "reportingYears", reportingYears);
        put(fields, "by", by);
        put(fields, "sources", sources);
        put(fields, "text", words);
        if (!members.isEmpty()) {
            fields.put("members", memberFields());
        }
        if (from != null) {
            fields.put("from", from.toString());
        }
        if (to != null) {
            fields.put("to", to.toString());
        }
        if (latest != null) {
            fields.put("latest", latest);
        }
        if (nothing) {
            fields.put("nothing", true);
        }
        fields.putAll(value.fields());
        put(fields, "anyOf", anyOf.stream().map(ObservationFilter::conditions).toList());
        put(fields, "noneOf", noneOf.stream().map(ObservationFilter::conditions).toList());
        fields.put("breakdowns", breakdowns);
        fields.put("valueKinds", valueKinds);
        fields.put("headlineOnly", headlineOnly);
        return fields;
    }

    /** As one of several within another filter, where nothing is kept or left out by default. */
    private Map<String, Object> conditions() {
        Map<String, Object> fields = fields();
        fields.remove("breakdowns");
        fields.remove("headlineOnly");
        if (valueKinds.size() == ValueKind.values().length) {
            fields.remove("valueKinds");
        }
        return fields;
    }

    private static List<ObservationFilter> distinct(List<ObservationFilter> filters) {
        return filters.stream()
                .distinct()
                .sorted(Comparator.comparing(one -> one.conditions().toString()))
                .toList();
    }

    private List<Map<String, Object>> memberFields() {
        return members.stream()
                .map(filter -> {
                    Map<String, Object> fields = new TreeMap<>();
                    fields.put("dimension", filter.dimension());
                    fields.put("members", filter.members());
                    return fields;
                })
                .toList();
    }

    private static void put(Map<String, Object> fields, String name, List<?> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> values) {
        return values.stream().distinct().sorted().toList();
    }
}
