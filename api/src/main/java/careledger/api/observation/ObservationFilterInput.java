package careledger.api.observation;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.warehouse.question.observation.BreakdownScope;
import careledger.warehouse.question.observation.MemberFilter;
import careledger.warehouse.question.observation.ObservationFilter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as it arrives: what was left out is null. */
public record ObservationFilterInput(
        @Nullable List<String> indicators,
        @Nullable List<String> topics,
        @Nullable List<String> areas,
        @Nullable List<AreaKind> areaKinds,
        @Nullable List<String> periods,
        @Nullable List<PeriodKind> periodKinds,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable List<Integer> reportingYears,
        @Nullable Integer latest,
        BreakdownScope breakdowns,
        @Nullable List<String> by,
        @Nullable List<MemberFilter> members,
        List<ValueKind> valueKinds,
        boolean headlineOnly,
        @Nullable List<String> sources) {

    public ObservationFilter filter() {
        return new ObservationFilter(
                some(indicators),
                some(topics),
                some(areas),
                some(areaKinds),
                some(periods),
                some(periodKinds),
                from,
                to,
                some(reportingYears),
                latest,
                breakdowns,
                some(by),
                some(members),
                valueKinds,
                headlineOnly,
                some(sources));
    }

    private static <T> List<T> some(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
