package careledger.answers.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.observation.Observation;
import careledger.answers.standing.NeighbourModels;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.star.ObservationColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparatorTest {
    private static final AreaEntry GROUP =
            new AreaEntry("statistical-neighbours", "Statistical neighbours", AreaKind.NEIGHBOUR_GROUP, null);

    @Test
    void betterAndWorseGoByPolarityAndLevelByTolerance() {
        assertThat(against(Polarity.LOW_IS_GOOD, 8, 10))
                .startsWith("better: 8% against 10%, England. Rule steady/PERCENT: level is a difference of at most 1"
                        + " percentage point.")
                .endsWith("Lower is better.");
        assertThat(against(Polarity.HIGH_IS_GOOD, 8, 10)).startsWith("worse: ");
        assertThat(against(Polarity.NONE, 8, 10))
                .startsWith("lower: ")
                .contains("This measure has no better direction.");
        assertThat(against(Polarity.LOW_IS_GOOD, 9, 10)).startsWith("level: ");
    }

    @Test
    void numberOfOnePlaceIsNotSetAgainstThatOfAnother() {
        Observation here = Samples.figure("E10000018", "Leicestershire", Unit.COUNT, Polarity.NONE, 654.0);
        Observation there = Samples.figure("E92000001", "England", Unit.COUNT, Polarity.NONE, 80000.0);

        ComparatorRule counts = new ComparatorRule(Samples.rule(Unit.COUNT, Polarity.NONE));

        assertThat(counts.of(Optional.of(here), Optional.of(there), "England")).startsWith("not compared: 654 against");
    }

    /** A data file writes 15.0 as 15, which is no coarser than its other figures. */
    @Test
    void zerosThatADataFileLeavesOutCountAsPrinted() {
        ComparatorRule scores = new ComparatorRule(Samples.rule(Unit.SCORE, Polarity.LOW_IS_GOOD));
        Observation here = score("E10000018", 14.7, "children.csv, line 2, column sdq_average_score");
        Observation there = score("E92000001", 15.0, "children.csv, line 3, column sdq_average_score");
        Observation elsewhere = score("E92000001", 15.0, "page 3");

        assertThat(scores.of(Optional.of(here), Optional.of(there), "England"))
                .contains("a difference of at most 0.3 points. That is 2% of the earlier figure.");
        assertThat(scores.of(Optional.of(here), Optional.of(elsewhere), "England"))
                .contains("a difference of at most 1 point. That is one unit of the coarser printed figure.");
    }

    private static Observation score(String area, double value, String locator) {
        return Samples.figure(area, area, Unit.SCORE, Polarity.LOW_IS_GOOD, value)
                .with(Map.of(ObservationColumn.SOURCE_LOCATOR, locator));
    }

    @Test
    void nothingToCompareWithIsSaid() {
        Observation here = percent("E10000018", Polarity.LOW_IS_GOOD, 8.0);

        ComparatorRule rule = new ComparatorRule(Samples.rule(Unit.PERCENT, Polarity.LOW_IS_GOOD));

        assertThat(rule.of(Optional.empty(), Optional.of(here), "England"))
                .isEqualTo("not compared: there is no figure of this row");
        assertThat(rule.of(Optional.of(here), Optional.empty(), "England"))
                .isEqualTo("not compared: there is no figure of England for 31 March 2020 under the same definition");
    }

    @Test
    void medianOfAnEvenNumberLiesHalfwayBetween() {
        NeighbourMedian median = median(10.0, 7, 12, 10, 9);

        assertThat(median.median()).isEqualTo(9.5);
        assertThat(median.figure(GROUP).valueText()).isEqualTo("9.5%");
        assertThat(median.figure(GROUP).area()).isEqualTo("statistical-neighbours");
        assertThat(median.figure(GROUP).id()).startsWith("derived/median/2021/");
        assertThat(median.figure(GROUP).claim()).isEqualTo(median.figure(GROUP).id());
        assertThat(median(10.0, 7, 12, 10).median()).isEqualTo(10);
    }

    @Test
    void tiesShareTheBetterRank() {
        assertThat(median(10.0, 7, 12, 10, 9).rank()).isEqualTo(3);
        assertThat(median(7.0, 7, 12, 10, 9).rank()).isEqualTo(1);
        assertThat(median(13.0, 7, 12, 10, 9).rank()).isEqualTo(5);
    }

    @Test
    void ruleNamesRangeRankAndWhoIsMissing() {
        assertThat(median(10.0, 7, 12, 10, 9).rule())
                .isEqualTo("Worked out, not published: the median of the 4 of 5 statistical neighbours (model of 2021)"
                        + " that have a figure for 31 March 2020 under the same definition, from 7% (Area 0) to 12%"
                        + " (Area 1). Leicestershire ranks 3 of 5; 1 is the lowest figure, which is best; ties share"
                        + " the better rank. No figure: Rutland.");
    }

    /** One group of neighbours for all years: the line of their medians does not move where the model changes. */
    @Test
    void modelIsTheNewestKnownForEveryYear() {
        NeighbourModels both =
                new NeighbourModels(new TreeMap<>(Map.of("2021", List.of("a"), "2025", List.of("b"))), Map.of());

        assertThat(both.newest()).contains("2025");
        assertThat(both.neighbours()).containsExactly("b");
        assertThat(both.neighbours("2021")).containsExactly("a");
        assertThat(NeighbourModels.NONE.newest()).isEmpty();
    }

    private static String against(Polarity polarity, double own, double other) {
        return new ComparatorRule(Samples.rule(Unit.PERCENT, polarity))
                .of(
                        Optional.of(percent("E10000018", polarity, own)),
                        Optional.of(percent("E92000001", polarity, other)),
                        "England");
    }

    private static NeighbourMedian median(double own, int... others) {
        List<Observation> reported = IntStream.range(0, others.length)
                .mapToObj(i -> Samples.figure(
                        "area-" + i, "Area " + i, Unit.PERCENT, Polarity.LOW_IS_GOOD, (double) others[i]))
                .toList();
        return new NeighbourMedian(
                percent("E10000018", Polarity.LOW_IS_GOOD, own), "2021", reported, List.of("Rutland"));
    }

    private static Observation percent(String area, Polarity polarity, double value) {
        return Samples.figure(area, "Leicestershire", Unit.PERCENT, polarity, value);
    }
}
