package careledger.answers.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.judgement.Change;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.Direction;
import careledger.answers.observation.Observation;
import careledger.answers.trend.TrendSegment;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ValueKind;
import careledger.schema.star.ObservationColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void moreThanTheToleranceIsBetterOrWorseByPolarity() {
        assertThat(change(Polarity.LOW_IS_GOOD, 10.0, 8.0)).isEqualTo(Direction.WORSE);
        assertThat(change(Polarity.HIGH_IS_GOOD, 10.0, 8.0)).isEqualTo(Direction.BETTER);
        assertThat(change(Polarity.NONE, 10.0, 8.0)).isEqualTo(Direction.HIGHER);
        assertThat(change(Polarity.NONE, 8.0, 10.0)).isEqualTo(Direction.LOWER);
        assertThat(change(Polarity.LOW_IS_GOOD, 9.0, 8.0)).isEqualTo(Direction.STEADY);
    }

    @Test
    void onlyExactFiguresOfAPrintedPeriodEnterCalculations() {
        Observation figure = figure("2020-03-31", 10.0, "one", Polarity.LOW_IS_GOOD);

        assertThat(Computable.is(figure)).isTrue();
        assertThat(Computable.is(figure.with(Map.of(ObservationColumn.QUALIFIER, "over"))))
                .isFalse();
        assertThat(Computable.is(figure.with(Map.of(ObservationColumn.WITHHELD, true))))
                .isFalse();
        assertThat(Computable.is(figure.with(Map.of(ObservationColumn.VALUE_KIND, ValueKind.TARGET))))
                .isFalse();
        assertThat(Computable.is(figure.with(Map.of(ObservationColumn.PERIOD_NOTE, "date not printed"))))
                .isFalse();
        assertThat(Computable.is(figure("2020-03-31", null, "one", Polarity.LOW_IS_GOOD)))
                .isFalse();
    }

    /** Every figure of an area may be suppressed, before and after the definition changed. */
    @Test
    void symbolsAloneAreOfNoDefinition() {
        List<Observation> symbols = List.of(
                figure("2019-03-31", null, "old", Polarity.LOW_IS_GOOD),
                figure("2020-03-31", null, "new", Polarity.LOW_IS_GOOD));

        assertThat(new TrendSegment("old", "What was measured.", symbols).points())
                .hasSize(2);
    }

    @Test
    void anotherDefinitionIsNotCompared() {
        Change change = change(
                Optional.of(figure("2020-03-31", 10.0, "new", Polarity.LOW_IS_GOOD)),
                figure("2019-03-31", 8.0, "old", Polarity.LOW_IS_GOOD));

        assertThat(change.direction()).isEqualTo(Direction.NOT_COMPARABLE);
        assertThat(change.absolute()).isNull();
        assertThat(change.from().id()).isEqualTo("2019-03-31");
    }

    @Test
    void figureWithoutValueIsNoData() {
        assertThat(change(Polarity.NONE, null, 8.0)).isEqualTo(Direction.NO_DATA);
    }

    @Test
    void targetIsMetMissedOrWithinTolerance() {
        assertThat(target(8.0, 9.0, "2020-03-31", "one")).startsWith("met: ");
        assertThat(target(10.0, 9.0, "2020-03-31", "one")).startsWith("within tolerance: ");
        assertThat(target(10.5, 9.0, "2020-03-31", "one")).startsWith("missed: ");
    }

    @Test
    void targetOfAnotherDayOrDefinitionIsNotJudged() {
        assertThat(target(8.0, 9.0, "2019-12-31", "one"))
                .startsWith("not judged: ")
                .contains("31 December 2019");
        assertThat(target(8.0, 9.0, "2020-03-31", "other"))
                .startsWith("not judged: ")
                .contains("definition");
    }

    private static String target(double value, double target, String day, String segment) {
        return new TargetRule(
                        Samples.rule(Unit.PERCENT, Polarity.LOW_IS_GOOD),
                        List.of(figure("2020-03-31", value, "one", Polarity.LOW_IS_GOOD)))
                .of(Optional.of(figure(day, target, segment, Polarity.LOW_IS_GOOD)));
    }

    private static Direction change(Polarity polarity, @Nullable Double latest, double previous) {
        return change(
                        Optional.of(figure("2020-03-31", latest, "one", polarity)),
                        figure("2019-03-31", previous, "one", polarity))
                .direction();
    }

    private static Change change(Optional<Observation> latest, Observation before) {
        Optional<History> history = latest.map(figure -> History.of(figure, List.of(before, figure), Samples.LINES));
        return new CardChange(Samples.rule(Unit.PERCENT, before.polarity()), CardChange.NOTHING_KNOWN)
                .of(latest, history, AnnualCard.year(2020));
    }

    private static Observation figure(String day, @Nullable Double value, String segment, Polarity polarity) {
        return Samples.figure("E10000018", "Leicestershire", day, Unit.PERCENT, polarity, value, segment);
    }
}
