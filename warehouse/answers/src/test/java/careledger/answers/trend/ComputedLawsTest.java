package careledger.answers.trend;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.comparison.ComputedFigure;
import careledger.answers.comparison.ComputedKind;
import careledger.answers.comparison.ComputedQuery;
import careledger.answers.observation.Observation;
import careledger.answers.query.QueryLimits;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.answers.standing.StandingQuery;
import careledger.release.sample.RandomRelease;
import careledger.release.sql.SqlResource;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ValueKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every value that is worked out, over releases drawn by chance. */
class ComputedLawsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void valuesAreThoseOfAQueryWrittenByHand(long seed) {
        RandomQueries chance = RandomQueries.about(RandomRelease.of(seed));
        for (String indicator : RandomRelease.INDICATORS) {
            Trend trend = chance.trend(totals(indicator));
            Unit unit = trend.indicator().unit();
            List<String> byHand = chance.query((sql, catalogue) -> sql.rows(
                    SqlResource.of(ComputedLawsTest.class, "computed"),
                    List.of(indicator, unit.name()),
                    row -> String.join(" ", row.text(), row.text(), row.text())));

            assertThat(computed(
                            chance,
                            trend,
                            EnumSet.of(ComputedKind.GAP_TO_COUNTRY, ComputedKind.THREE_YEAR_MEAN, ComputedKind.INDEX)))
                    .extracting(row -> String.join(
                            " ",
                            row.kind().name(),
                            row.figure().claim(),
                            String.format(Locale.ROOT, "%.4f", row.value())))
                    .containsExactlyInAnyOrderElementsOf(byHand);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingCrossesABreakAndEveryValueNamesWhatItIsMadeOf(long seed) {
        RandomQueries chance = RandomQueries.about(RandomRelease.of(seed));
        int seen = 0;
        for (TrendQuery question : RandomQueries.questions(Optional.empty())) {
            Trend trend = chance.trend(question);
            Map<String, Observation> points = trend.lines().stream()
                    .flatMap(line -> line.points().stream())
                    .collect(Collectors.toMap(Observation::claim, Function.identity()));
            for (ComputedFigure row : computed(chance, trend, EnumSet.allOf(ComputedKind.class))) {
                List<Observation> made = row.claims().stream().map(points::get).toList();

                assertThat(made).isNotEmpty().doesNotContainNull();
                assertThat(made).extracting(Observation::segment).containsOnly(row.segment());
                assertThat(made).extracting(Observation::breakdown).containsOnly(row.breakdown());
                assertThat(made).extracting(Observation::value).doesNotContainNull();
                assertThat(row.rule()).startsWith("Worked out, not published: ");
                assertThat(row.provisional())
                        .isEqualTo(made.stream().anyMatch(figure -> figure.valueKind() == ValueKind.PROVISIONAL));
                seen++;
            }
        }
        assertThat(seen).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void standingsAgreeWithTheComparatorsOfTheNewestModel(long seed) {
        RandomQueries chance = RandomQueries.about(RandomRelease.of(seed));
        for (String indicator : RandomRelease.INDICATORS) {
            TrendQuery question = new TrendQuery(
                    indicator, List.of(RandomRelease.AREA), List.of(), null, null, null, Optional.empty());
            Trend trend = chance.trend(question);
            List<Observation> points = trend.lines().stream()
                    .flatMap(line -> line.points().stream())
                    .toList();
            List<Standing> standings = chance.query(
                    (sql, catalogue) -> new StandingQuery(points, StandingGroup.NEIGHBOURS, Optional.empty())
                            .answer(sql, catalogue, QueryLimits.DEFAULT));
            boolean whole =
                    trend.indicator().unit() == Unit.COUNT || trend.indicator().unit() == Unit.GBP;

            assertThat(standings)
                    .extracting(row -> row.model() + row.period().id() + row.rank() + "of" + row.ranked() + row.median()
                            + row.direction())
                    .containsExactlyInAnyOrderElementsOf(
                            whole
                                    ? new ArrayList<>()
                                    : trend.comparators().stream()
                                            .filter(NeighbourComparison::newestModel)
                                            .map(row ->
                                                    row.model() + row.period().id() + row.rank() + "of" + row.ranked()
                                                            + row.median() + row.direction())
                                            .toList());
        }
    }

    private static TrendQuery totals(String indicator) {
        List<String> areas = new ArrayList<>(List.of(RandomRelease.AREA, "E92000001"));
        areas.addAll(RandomRelease.NEIGHBOURS);
        return new TrendQuery(indicator, areas, List.of(), null, null, null, Optional.empty());
    }

    private static List<ComputedFigure> computed(RandomQueries chance, Trend trend, EnumSet<ComputedKind> kinds) {
        return chance.query(
                        (sql, catalogue) -> new ComputedQuery(trend, kinds, Optional.empty()).answer(sql, catalogue))
                .rows();
    }
}
