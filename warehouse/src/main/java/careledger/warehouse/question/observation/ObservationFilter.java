package careledger.warehouse.question.observation;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for. An empty list asks for nothing in particular, so it keeps every row; lists are kept
 * sorted and without doubles, so that one question is always written one way.
 *
 * @param from first last day of a period, included
 * @param to last last day of a period, included
 * @param latest only the newest so many periods of each series
 * @param by exactly these dimensions; turns TOTALS into PARTS
 * @param members one of these members in each dimension named; turns TOTALS into PARTS
 */
public record ObservationFilter(
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
        List<String> sources) {
    public static final List<ValueKind> USUAL_KINDS = List.of(ValueKind.ACTUAL, ValueKind.PROVISIONAL);

    private static final int FEW = 10;
    private static final int VERY_FEW = 2;

    public ObservationFilter {
        indicators = List.copyOf(indicators);
        topics = List.copyOf(topics);
        areas = List.copyOf(areas);
        areaKinds = List.copyOf(areaKinds);
        periods = List.copyOf(periods);
        periodKinds = List.copyOf(periodKinds);
        reportingYears = List.copyOf(reportingYears);
        by = List.copyOf(by);
        members = List.copyOf(members);
        valueKinds = List.copyOf(valueKinds);
        sources = List.copyOf(sources);
        if (breakdowns != BreakdownScope.PARTS && !(by.isEmpty() && members.isEmpty())) {
            breakdowns = BreakdownScope.PARTS;
        }
    }

    /** Headline figures of totals, actual or provisional: nothing is counted twice. */
    public static ObservationFilter usual() {
        return new FilterDraft().filter();
    }

    /** Whether it names the few series that it is about, so that little has to be read for them. */
    public boolean narrow() {
        boolean fewIndicators = !indicators.isEmpty() && indicators.size() <= FEW;
        boolean fewAreas = !areas.isEmpty() && areas.size() <= FEW;
        return fewIndicators && (fewAreas || indicators.size() <= VERY_FEW);
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
        fields.put("breakdowns", breakdowns);
        fields.put("valueKinds", valueKinds.stream().distinct().sorted().toList());
        fields.put("headlineOnly", headlineOnly);
        return fields;
    }

    private List<Map<String, Object>> memberFields() {
        return members.stream()
                .collect(Collectors.groupingBy(MemberFilter::dimension, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> {
                    Map<String, Object> fields = new TreeMap<>();
                    fields.put("dimension", entry.getKey());
                    fields.put(
                            "members",
                            entry.getValue().stream()
                                    .flatMap(filter -> filter.members().stream())
                                    .distinct()
                                    .sorted()
                                    .toList());
                    return fields;
                })
                .toList();
    }

    private static <T extends Comparable<? super T>> void put(Map<String, Object> fields, String name, List<T> values) {
        if (!values.isEmpty()) {
            List<T> sorted = new ArrayList<>(values.stream().distinct().toList());
            sorted.sort(null);
            fields.put(name, sorted);
        }
    }
}
