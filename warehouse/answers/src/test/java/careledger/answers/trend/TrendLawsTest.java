package careledger.answers.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careledger.answers.judgement.Change;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.Observation;
import careledger.answers.query.QueryLimits;
import careledger.answers.slice.Slice;
import careledger.answers.slice.SliceAxis;
import careledger.answers.slice.SliceCell;
import careledger.answers.slice.SliceQuery;
import careledger.release.sample.RandomRelease;
import careledger.release.sql.SqlResource;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of every trend, over catalogues and claims that are drawn by chance. The seeds are fixed, so that a failure
 * can be looked at again; each publishes and serves a real release, which is why there are few of them.
 */
class TrendLawsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pointsOfATrendAreRowsOfObservationsAndCellsOfASlice(long seed) {
        RandomRelease release = RandomRelease.of(seed);
        RandomQueries chance = RandomQueries.about(release);
        for (TrendQuery question : questions(release)) {
            Trend trend = chance.trend(question);
            List<Observation> rows = chance.query((sql, catalogue) ->
                    new FigureQuery(question.points(PeriodKind.SNAPSHOT), 10_000).answer(sql, catalogue.attributes()));
            Slice slice = chance.query((sql, catalogue) -> new SliceQuery(
                            question.points(PeriodKind.SNAPSHOT),
                            List.of(SliceAxis.AREA, SliceAxis.BREAKDOWN),
                            List.of(SliceAxis.PERIOD),
                            SliceCell.VALUE,
                            RandomRelease.AREA)
                    .answer(sql, catalogue, QueryLimits.DEFAULT, RandomQueries.VERSION));

            assertThat(points(trend)).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(slice.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .filter(Objects::nonNull))
                    .containsExactlyInAnyOrderElementsOf(rows.stream()
                            .map(Observation::value)
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingCrossesASegment(long seed) {
        RandomRelease release = RandomRelease.of(seed);
        RandomQueries chance = RandomQueries.about(release);
        for (TrendQuery question : questions(release)) {
            Trend trend = chance.trend(question);
            List<String> starts = new ArrayList<>();
            for (TrendLine line : trend.lines()) {
                segmentsFollowOneAnother(line);
                line.segments().stream()
                        .skip(1)
                        .forEach(segment -> starts.add(line.area().id()
                                + line.breakdown()
                                + segment.first().period()));
                for (Change change : changes(line)) {
                    staysInTheLastSegment(change, line);
                }
            }

            assertThat(points(trend).stream().filter(Observation::breakBefore).map(Observation::id))
                    .as("breaks that the serving table found")
                    .containsExactlyInAnyOrderElementsOf(trend.lines().stream()
                            .flatMap(line -> line.segments().stream().skip(1))
                            .map(segment -> segment.first().id())
                            .toList());
            assertThat(trend.breaks())
                    .extracting(found -> found.area().id()
                            + found.breakdown()
                            + found.before().id())
                    .isEqualTo(starts);
            assertThat(trend.breaks())
                    .allSatisfy(found -> assertThat(found.reason()).isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void laterPublicationChangesNoEarlierAnswer(long seed) {
        RandomRelease release = RandomRelease.of(seed);
        LocalDate day = release.dayBeforeTheLastDocument();
        RandomQueries earlier = RandomQueries.about(release.withoutTheLastDocument());
        RandomQueries later = RandomQueries.about(release);
        for (TrendQuery question : RandomQueries.questions(Optional.of(day))) {
            assertThat(RandomQueries.said(later.trend(question)))
                    .isEqualTo(RandomQueries.said(earlier.trend(question)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void orderOfTheRowsChangesNothing(long seed) {
        RandomRelease release = RandomRelease.of(seed);
        RandomQueries first = RandomQueries.about(release);
        RandomQueries second = RandomQueries.about(release.shuffled());
        for (TrendQuery question : questions(release)) {
            assertThat(RandomQueries.said(second.trend(question))).isEqualTo(RandomQueries.said(first.trend(question)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyFigureShownWasPublishedAsItStands(long seed) {
        RandomRelease release = RandomRelease.of(seed);
        RandomQueries chance = RandomQueries.about(release);
        for (TrendQuery question : questions(release)) {
            Trend trend = chance.trend(question);
            List<String> published = chance.query((sql, catalogue) -> sql.rows(
                    "select claim_id, value from observation where indicator_id = ?",
                    List.of(question.indicator()),
                    row -> row.text() + "=" + row.numberOrNull()));

            assertThat(points(trend))
                    .allSatisfy(point -> assertThat(published).contains(point.id() + "=" + point.value()));
            if (trend.indicator().unit() == Unit.PERCENT) {
                assertThat(trend.lines().stream().flatMap(line -> changes(line).stream()))
                        .extracting(Change::percent)
                        .containsOnlyNulls();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rankAndQuartileAreThoseOfAQueryWrittenByHand(long seed) {
        RandomQueries chance = RandomQueries.about(RandomRelease.of(seed));
        int compared = 0;
        for (String indicator : RandomRelease.INDICATORS) {
            TrendQuery question = new TrendQuery(
                    indicator, List.of(RandomRelease.AREA), List.of(), null, null, null, Optional.empty());
            Polarity polarity = chance.polarity(indicator);
            List<String> byHand = chance.query((sql, catalogue) -> sql.rows(
                    SqlResource.of(TrendLawsTest.class, "standing"),
                    List.of(polarity == Polarity.LOW_IS_GOOD ? 1 : -1, polarity.name(), RandomRelease.AREA, indicator),
                    row -> String.join(
                            " ",
                            row.text(),
                            row.text(),
                            "rank",
                            row.text(),
                            "of",
                            row.text(),
                            "quartile",
                            row.text(),
                            "median",
                            row.text())));

            List<NeighbourComparison> comparators = chance.trend(question).comparators();
            compared += comparators.size();
            assertThat(comparators.stream()
                            .map(row -> String.join(
                                    " ",
                                    row.model(),
                                    row.period().id(),
                                    "rank",
                                    "" + row.rank(),
                                    "of",
                                    "" + row.ranked(),
                                    "quartile",
                                    "" + Objects.requireNonNullElse(row.quartile(), 0),
                                    "median",
                                    "" + row.median())))
                    .containsExactlyInAnyOrderElementsOf(byHand);
        }
        assertThat(compared).isPositive();
    }

    private static List<TrendQuery> questions(RandomRelease release) {
        List<TrendQuery> questions = new ArrayList<>(RandomQueries.questions(Optional.empty()));
        questions.addAll(RandomQueries.questions(Optional.of(release.dayBeforeTheLastDocument())));
        return questions;
    }

    private static List<Observation> points(Trend trend) {
        return trend.lines().stream().flatMap(line -> line.points().stream()).toList();
    }

    private static List<Change> changes(TrendLine line) {
        List<Change> changes = new ArrayList<>();
        Optional.ofNullable(line.change()).ifPresent(changes::add);
        Optional.ofNullable(line.changeFromMean()).ifPresent(changes::add);
        return changes;
    }

    private static void segmentsFollowOneAnother(TrendLine line) {
        for (int i = 1; i < line.segments().size(); i++) {
            TrendSegment before = line.segments().get(i - 1);
            TrendSegment segment = line.segments().get(i);
            assertThat(before.last().periodEnd()).isBefore(segment.first().periodEnd());
            assertThat(TrendSegment.segmentOf(before.points())).isNotEqualTo(TrendSegment.segmentOf(segment.points()));
        }
        assertThat(line.segments()).extracting(TrendSegment::key).doesNotHaveDuplicates();
    }

    private static void staysInTheLastSegment(Change change, TrendLine line) {
        TrendSegment last = line.segments().get(line.segments().size() - 1);
        Double absolute = change.absolute();
        assertThat(change.rule()).isNotBlank();
        if (absolute == null) {
            assertThat(change.direction()).isIn(Direction.NOT_COMPARABLE, Direction.NO_DATA);
            return;
        }
        Observation from = at(last, change.from().id());
        Observation to = at(last, change.to().id());
        if (change.equals(line.change())) {
            double worth = SmallCohort.worthOfOne(from, to).orElse(0);
            assertThat(absolute).isEqualTo(to.number() - from.number(), within(1e-6));
            if (Math.abs(absolute) < worth - 1e-6) {
                assertThat(change.direction()).isEqualTo(Direction.STEADY);
            }
        }
    }

    private static Observation at(TrendSegment segment, String period) {
        return segment.figures().stream()
                .filter(point -> point.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError(period + " is no figure of " + segment.id()));
    }
}
