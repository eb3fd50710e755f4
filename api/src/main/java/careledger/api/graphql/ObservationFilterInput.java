package careledger.api.graphql;

import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.ValueFilter;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
        @Nullable List<String> memberIds,
        List<ValueKind> valueKinds,
        boolean headlineOnly,
        @Nullable List<String> sources,
        @Nullable Double valueFrom,
        @Nullable Double valueTo,
        @Nullable Boolean hasValue,
        @Nullable String text,
        @Nullable List<FigureConditionInput> anyOf,
        @Nullable List<FigureConditionInput> noneOf) {

    /** As it was written, to be checked. */
    public FilterDraft draft() {
        return new FilterDraft()
                .nothing(namesNone())
                .indicators(texts(indicators))
                .topics(texts(topics))
                .areas(texts(areas))
                .areaKinds(some(areaKinds).toArray(AreaKind[]::new))
                .periods(texts(periods))
                .periodKinds(some(periodKinds).toArray(PeriodKind[]::new))
                .ending(from, to)
                .reportingYears(some(reportingYears).toArray(Integer[]::new))
                .latest(latest)
                .breakdowns(breakdowns)
                .by(texts(by))
                .members(some(members).toArray(MemberFilter[]::new))
                .memberIds(some(memberIds))
                .valueKinds(valueKinds.toArray(ValueKind[]::new))
                .headlineOnly(headlineOnly)
                .sources(texts(sources))
                .value(new ValueFilter(valueFrom, valueTo, hasValue))
                .text(text)
                .anyOf(some(anyOf).stream().map(FigureConditionInput::draft).toList())
                .noneOf(some(noneOf).stream().map(FigureConditionInput::draft).toList());
    }

    /** Whether a list was given that holds nothing; what is left out is null. */
    private boolean namesNone() {
        return Stream.of(indicators, topics, areas, areaKinds, periods, periodKinds, reportingYears, sources, anyOf)
                .filter(Objects::nonNull)
                .anyMatch(List::isEmpty);
    }

    private static String[] texts(@Nullable List<String> values) {
        return some(values).toArray(String[]::new);
    }

    private static <T> List<T> some(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
