package careledger.api.graphql;

import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.ValueFilter;
import careledger.schema.observation.ValueKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of several conditions within a filter, as it arrives: what was left out is null, and keeps every row. */
public record FigureConditionInput(
        @Nullable List<String> indicators,
        @Nullable List<String> topics,
        @Nullable List<String> areas,
        @Nullable List<String> periods,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable List<String> memberIds,
        @Nullable List<ValueKind> valueKinds,
        @Nullable List<String> sources,
        @Nullable Double valueFrom,
        @Nullable Double valueTo,
        @Nullable Boolean hasValue) {
    FilterDraft draft() {
        FilterDraft draft = FilterDraft.condition()
                .nothing(Stream.of(indicators, topics, areas, periods, sources)
                        .filter(Objects::nonNull)
                        .anyMatch(List::isEmpty))
                .indicators(texts(indicators))
                .topics(texts(topics))
                .areas(texts(areas))
                .periods(texts(periods))
                .ending(from, to)
                .memberIds(memberIds == null ? List.of() : memberIds)
                .sources(texts(sources))
                .value(new ValueFilter(valueFrom, valueTo, hasValue));
        return valueKinds == null ? draft : draft.valueKinds(valueKinds.toArray(ValueKind[]::new));
    }

    private static String[] texts(@Nullable List<String> values) {
        return values == null ? new String[0] : values.toArray(String[]::new);
    }
}
