package careledger.answers.observation;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.SampleQueries;
import careledger.schema.observation.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final List<ObservationSort> USUAL =
            List.of(ObservationSort.INDICATOR, ObservationSort.AREA, ObservationSort.BREAKDOWN, ObservationSort.PERIOD);

    static final ObservationQuery EVERYTHING = new ObservationQuery(
            new FilterDraft()
                    .breakdowns(BreakdownScope.ALL)
                    .valueKinds(ValueKind.values())
                    .headlineOnly(false)
                    .filter(),
            Optional.empty());

    @Test
    void aPageOfManySaysOfAllTheSameAsTheWholeInHand() {
        ObservationPage whole = page(List.of(ObservationSort.INDICATOR), 10_000, null);
        ObservationPage first = page(List.of(ObservationSort.INDICATOR), 7, null);

        assertThat(first.hasNextPage()).isTrue();
        assertThat(first.warnings()).isEqualTo(whole.warnings());
        assertThat(whole.warnings()).extracting(Warning::code).contains(WarningCode.MIXED_SEGMENTS);
        assertThat(first.columns()).isEqualTo(whole.columns());
    }

    /** The table stands in this order and is not sorted again. */
    @Test
    void usualOrderIsThatOfSeriesInTime() {
        List<Observation> rows = page(USUAL, 10_000, null).rows();

        assertThat(rows)
                .hasSizeGreaterThan(80)
                .isSortedAccordingTo(Comparator.comparing(Observation::indicator)
                        .thenComparing(Observation::area)
                        .thenComparing(Observation::breakdown)
                        .thenComparing(Observation::periodEnd)
                        .thenComparing(Observation::period)
                        .thenComparing(Observation::id));
    }

    @ParameterizedTest
    @MethodSource
    void walksEveryRowExactlyOnce(List<ObservationSort> sort) {
        List<String> whole = ids(page(sort, 10_000, null).rows());

        List<String> walked = new ArrayList<>();
        String after = null;
        ObservationPage page;
        do {
            page = page(sort, 7, after);
            walked.addAll(ids(page.rows()));
            after = page.endCursor();
        } while (page.hasNextPage());

        assertThat(whole).hasSize(24 + SampleQueries.FURTHER).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(whole);
        assertThat(page.totalCount()).isEqualTo(whole.size());
    }

    /** One series is read without a bound on its rows, and cut afterwards. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void walksEachSeriesAsItIsInTheWhole(int first) {
        List<Observation> everything = page(USUAL, 10_000, null).rows();
        Map<List<String>, List<Observation>> series = everything.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.indicator(), row.area()), LinkedHashMap::new, Collectors.toList()));

        series.forEach((key, rows) -> {
            ObservationQuery asked = new ObservationQuery(
                    EVERYTHING
                            .filter()
                            .draft()
                            .indicators(key.get(0))
                            .areas(key.get(1))
                            .filter(),
                    Optional.empty());
            List<Observation> walked = new ArrayList<>();
            String after = null;
            ObservationPage page;
            do {
                page = page(asked, USUAL, first, after);
                assertThat(page.rows()).hasSizeLessThanOrEqualTo(first);
                assertThat(page.totalCount()).isEqualTo(rows.size());
                walked.addAll(page.rows());
                after = page.endCursor();
            } while (page.hasNextPage());

            assertThat(walked).isEqualTo(rows);
        });
        assertThat(series.values()).anyMatch(rows -> rows.size() > 2);
    }

    static Stream<List<ObservationSort>> walksEveryRowExactlyOnce() {
        return Stream.concat(
                Stream.of(USUAL), Stream.of(ObservationSort.values()).map(List::of));
    }

    private static ObservationPage page(List<ObservationSort> sorts, int first, @Nullable String after) {
        return page(EVERYTHING, sorts, first, after);
    }

    private static ObservationPage page(
            ObservationQuery asked, List<ObservationSort> sorts, int first, @Nullable String after) {
        PageRequest request = PageRequest.of(
                "observations",
                first,
                after,
                "sample",
                asked.identity() + sorts,
                ObservationPageQuery.keys(sorts),
                QueryLimits.DEFAULT);
        return SampleQueries.query(
                (sql, catalogue) -> new ObservationPageQuery(asked, sorts, request).answer(sql, catalogue));
    }

    private static List<String> ids(List<Observation> rows) {
        return rows.stream().map(Observation::id).toList();
    }
}
