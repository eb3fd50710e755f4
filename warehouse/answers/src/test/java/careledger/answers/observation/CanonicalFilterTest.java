package careledger.answers.observation;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The cache key of a filter and its SQL: equal together, or different together. */
class CanonicalFilterTest {
    private static final int FILTERS = 3_000;

    private static final ObservationFilter FEMALE =
            new FilterDraft().members(member("sex", "female")).filter();

    @Test
    void identitiesAreEqualExactlyWhereStatementsAndBoundValuesAre() {
        Random random = new Random(14);
        Map<String, Statement> byIdentity = new HashMap<>();
        Map<Statement, String> byStatement = new HashMap<>();
        for (int i = 0; i < FILTERS; i++) {
            FilterDraft draft = draft(random);
            Optional<LocalDate> asOf = random.nextInt(4) == 0 ? Optional.of(day(random)) : Optional.empty();
            for (FilterDraft written : List.of(draft, rewritten(draft, random))) {
                ObservationQuery asked = new ObservationQuery(written.filter(), asOf);
                Statement statement = new ObservationSql(asked).totals();

                assertThat(byIdentity.merge(asked.identity(), statement, (first, again) -> first))
                        .as(asked.identity())
                        .isEqualTo(statement);
                assertThat(byStatement.merge(statement, asked.identity(), (first, again) -> first))
                        .as(statement.toString())
                        .isEqualTo(asked.identity());
            }
        }

        assertThat(byIdentity.size()).isBetween(FILTERS / 10, 2 * FILTERS - 1);
    }

    @Test
    void equalFiltersAreEqualValues() {
        Random random = new Random(41);
        for (int i = 0; i < FILTERS; i++) {
            FilterDraft draft = draft(random);

            assertThat(rewritten(draft, random).filter()).isEqualTo(draft.filter());
            assertThat(draft.filter().draft().filter()).isEqualTo(draft.filter());
        }
    }

    @Test
    void filtersOfOneDimensionKeepTheMembersThatAllOfThemAllow() {
        assertThat(new FilterDraft()
                        .members(member("sex", "male", "female"), member("sex", "female", "female"))
                        .filter())
                .isEqualTo(FEMALE);
    }

    @Test
    void filtersOfOneDimensionThatAllowNothingTogetherAreKept() {
        ObservationQuery asked = new ObservationQuery(
                new FilterDraft()
                        .members(member("sex", "male"), member("sex", "female"))
                        .filter(),
                Optional.empty());

        assertThat(asked.filter().members()).containsExactly(member("sex", "female"), member("sex", "male"));
        assertThat(asked.applied())
                .contains("{\"dimension\":\"sex\",\"members\":[\"female\"]},"
                        + "{\"dimension\":\"sex\",\"members\":[\"male\"]}");
    }

    private static FilterDraft draft(Random random) {
        return filled(new FilterDraft(), random)
                .anyOf(some(random, List.of(0, 1)).stream()
                        .map(any -> filled(FilterDraft.condition(), random))
                        .toList())
                .noneOf(some(random, List.of(0)).stream()
                        .map(any -> filled(FilterDraft.condition(), random))
                        .toList());
    }

    private static FilterDraft filled(FilterDraft draft, Random random) {
        boolean condition = !draft.headlineOnly;
        return draft.indicators(some(random, List.of("a", "b", "c")).toArray(String[]::new))
                .topics(some(random, List.of("t")).toArray(String[]::new))
                .areas(some(random, List.of("a", "b")).toArray(String[]::new))
                .areaKinds(some(random, List.of(AreaKind.AUTHORITY, AreaKind.REGION))
                        .toArray(AreaKind[]::new))
                .periods(some(random, List.of("2019-03-31", "2020-03-31")).toArray(String[]::new))
                .periodKinds(some(random, List.of(PeriodKind.SNAPSHOT)).toArray(PeriodKind[]::new))
                .ending(random.nextInt(3) == 0 ? day(random) : null, random.nextInt(3) == 0 ? day(random) : null)
                .reportingYears(some(random, List.of(2019, 2020)).toArray(Integer[]::new))
                .latest(!condition && random.nextInt(3) == 0 ? 1 + random.nextInt(2) : null)
                .breakdowns(
                        condition
                                ? BreakdownScope.ALL
                                : List.of(BreakdownScope.values()).get(random.nextInt(3)))
                .by(some(random, List.of("sex", "age")).toArray(String[]::new))
                .members(some(
                                random,
                                List.of(
                                        member("sex", "male", "female"),
                                        member("sex", "female"),
                                        member("sex", "male"),
                                        member("age", "young")))
                        .toArray(MemberFilter[]::new))
                .valueKinds(some(random, List.of(ValueKind.values())).toArray(ValueKind[]::new))
                .headlineOnly(!condition && random.nextBoolean())
                .value(new ValueFilter(
                        random.nextInt(3) == 0 ? (double) random.nextInt(2) : null,
                        random.nextInt(3) == 0 ? 7.5 : null,
                        random.nextInt(3) == 0 ? random.nextBoolean() : null))
                .text(String.join(" ", some(random, List.of("fostered", "Report"))))
                .sources(some(random, List.of("s")).toArray(String[]::new));
    }

    /** The same conditions with lists in another order, values and member filters repeated. */
    private static FilterDraft rewritten(FilterDraft draft, Random random) {
        List<MemberFilter> members = new ArrayList<>();
        for (MemberFilter member : again(draft.members, random)) {
            members.add(new MemberFilter(member.dimension(), again(member.members(), random)));
        }
        return new FilterDraft()
                .indicators(again(draft.indicators, random).toArray(String[]::new))
                .topics(again(draft.topics, random).toArray(String[]::new))
                .areas(again(draft.areas, random).toArray(String[]::new))
                .areaKinds(again(draft.areaKinds, random).toArray(AreaKind[]::new))
                .periods(again(draft.periods, random).toArray(String[]::new))
                .periodKinds(again(draft.periodKinds, random).toArray(PeriodKind[]::new))
                .ending(draft.from, draft.to)
                .reportingYears(again(draft.reportingYears, random).toArray(Integer[]::new))
                .latest(draft.latest)
                .breakdowns(draft.breakdowns)
                .by(again(draft.by, random).toArray(String[]::new))
                .members(members.toArray(MemberFilter[]::new))
                .valueKinds(again(draft.valueKinds, random).toArray(ValueKind[]::new))
                .headlineOnly(draft.headlineOnly)
                .value(draft.value)
                .text(String.join("  ", again(draft.words, random)).toUpperCase(Locale.ROOT))
                .anyOf(again(draft.anyOf, random).stream()
                        .map(one -> rewritten(one, random))
                        .toList())
                .noneOf(again(draft.noneOf, random).stream()
                        .map(one -> rewritten(one, random))
                        .toList())
                .sources(again(draft.sources, random).toArray(String[]::new));
    }

    /** Often nothing, otherwise a few of the values, some of them twice. */
    private static <T> List<T> some(Random random, List<T> values) {
        List<T> some = new ArrayList<>();
        if (random.nextBoolean()) {
            values.stream().filter(value -> random.nextBoolean()).forEach(some::add);
            some.addAll(some.subList(0, random.nextInt(some.size() + 1)));
        }
        return some;
    }

    private static <T> List<T> again(List<T> values, Random random) {
        List<T> again = new ArrayList<>(values);
        again.addAll(values.subList(0, random.nextInt(values.size() + 1)));
        Collections.shuffle(again, random);
        return again;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2019 + random.nextInt(2), 3, 31);
    }

    private static MemberFilter member(String dimension, String... members) {
        return new MemberFilter(dimension, List.of(members));
    }
}
