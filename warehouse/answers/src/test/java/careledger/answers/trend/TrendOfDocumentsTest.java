package careledger.answers.trend;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.judgement.Change;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.TargetVerdict;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Trends of series as the documents print them: where they break, how they changed, which targets they met. */
class TrendOfDocumentsTest {
    @Nested
    class Segments {
        @Test
        void dentalChecksOfAllChildrenAreALineOfTheirOwn() {
            Trend trend = SeriesQueries.trend("dental_check_pct");

            assertThat(segments(trend))
                    .containsExactly("dental_check_pct/oc2_30_september", "dental_check_pct/in_care_12m_31_march");
            assertThat(trend.breaks()).extracting(found -> found.before().id()).containsExactly("2015-03-31");
            assertThat(trend.lines()).hasSize(2);
            assertThat(trend.lines().get(1).main()).isFalse();
            assertThat(trend.lines().get(1).segments())
                    .extracting(TrendSegment::key)
                    .containsExactly("dental_check_pct/all_children_in_care");
        }

        @Test
        void dentalChecksOf2019And2020AreCompared() {
            Trend trend = SeriesQueries.between(null, "2020-12-31", "dental_check_pct");

            assertThat(change(trend).direction()).isEqualTo(Direction.WORSE);
            assertThat(change(trend).from().id()).isEqualTo("2019-03-31");
            assertThat(change(trend).absolute()).isEqualTo(-4.2);
        }

        @Test
        void gcseSharesOfThoseWhoSatAreALineOfTheirOwn() {
            assertThat(SeriesQueries.trend("gcse_5_a_star_c_pct").lines())
                    .extracting(line -> line.main() + " "
                            + line.points().get(0).period() + ".."
                            + line.points().get(line.points().size() - 1).period())
                    .containsExactly("true 2000-09-30..2007-09-30", "false 2001-09-30..2002-09-30");
        }

        @Test
        void longTermStabilityOfThreeMeasuresHasNoLineBetween() {
            Trend trend = SeriesQueries.trend("long_term_stability_pct");

            assertThat(segments(trend)).containsExactly("long_term_stability_pct/same_placement_2y");
            assertThat(trend.related())
                    .extracting(series -> series.indicator().id())
                    .containsExactly("long_term_stability_3yr_plus_pct", "paf_d78_long_term_stability_pct");
            assertThat(trend.related())
                    .allSatisfy(series -> assertThat(series.lines()).hasSize(1));
        }

        @Test
        void waysOfTakingPartAreALineEach() {
            Trend trend = SeriesQueries.trend(
                    "cic_review_participation_type_count",
                    new MemberFilter("review_participation", List.of("attends_speaks", "absent_no_views")));

            assertThat(trend.lines())
                    .extracting(line -> line.breakdown() + " " + values(line))
                    .containsExactly(
                            "review_participation=absent_no_views [75, 100, 50, 87, 163]",
                            "review_participation=attends_speaks [495, 522, 550, 554, 632]");
        }
    }

    @Nested
    class Changes {
        @Test
        void moveSmallerThanOneChildIsSteady() {
            Change change = change(SeriesQueries.trend("gcse_5_a_star_c_pct"));

            assertThat(change.absolute()).isEqualTo(3);
            assertThat(change.direction()).isEqualTo(Direction.STEADY);
            assertThat(change.rule())
                    .contains("no more than one child makes (3.7 percentage points)")
                    .contains("95% limits (Wilson): 1.8% to 21.3%, before 0.7% to 18.3%");
        }

        @Test
        void levelOfThreeIsRecomputedFromTheChildrenWhereTheyAreKnown() {
            Trend trend = SeriesQueries.trend("gcse_5_a_star_c_pct");

            assertThat(meanChange(trend).rule())
                    .contains("11.54%, 30 September 2004 to 30 September 2006, together 9 of 78");
            assertThat(meanChange(trend).from().id()).isEqualTo("2004-09-30");
        }

        @Test
        void levelOfThreePrintedSharesIsSaidToBeNobodysShare() {
            assertThat(meanChange(SeriesQueries.trend("placements_3plus_pct")).rule())
                    .contains("7.3%", "each figure counted alike", "not the share of any group")
                    .contains("2.7 percentage points higher, worse");
        }

        @Test
        void scoresAreJudgedByTheirPrintedDecimals() {
            Change change = change(SeriesQueries.between(null, "2024-08-31", "ks4_progress_8_score"));

            assertThat(change.direction()).isEqualTo(Direction.BETTER);
            assertThat(change.rule()).contains("level is a difference of at most 0.02 points.");
        }

        @Test
        void smallStepsAreShownOverThreeAndFiveYears() {
            TrendLine line = SeriesQueries.trend("placements_3plus_pct").lines().get(0);

            assertThat(Objects.requireNonNull(line.change()).direction()).isEqualTo(Direction.STEADY);
            assertThat(Objects.requireNonNull(line.changeOverThreeYears()).absolute())
                    .isEqualTo(4);
            assertThat(Objects.requireNonNull(line.changeOverThreeYears()).direction())
                    .isEqualTo(Direction.WORSE);
            assertThat(Objects.requireNonNull(line.changeOverFiveYears()).from().id())
                    .isEqualTo("2020-03-31");
        }

        @Test
        void wholeRatesThatDifferByOneAreSteady() {
            Change change = change(SeriesQueries.trend("care_entries_rate_per_10k"));

            assertThat(change.absolute()).isEqualTo(-1);
            assertThat(change.direction()).isEqualTo(Direction.STEADY);
        }

        @Test
        void countsOfADayAreNotTested() {
            Change change = change(SeriesQueries.trend("cic_count"));

            assertThat(change.rule())
                    .contains("No test is made on a count of one day")
                    .doesNotContain("95% limits");
            assertThat(change.percent()).isNotNull();
        }
    }

    @Nested
    class TargetsOfDocuments {
        @Test
        void placementTargetOf2016IsShownWithWhatItIsOfAndNotJudged() {
            TargetPoint target =
                    SeriesQueries.trend("placements_3plus_pct").targets().get(0);

            assertThat(target.valueText()).isEqualTo("9%");
            assertThat(target.period().id()).isEqualTo("2016-12-31");
            assertThat(target.measure()).isEqualTo("Placement stability, measure not named");
            assertThat(target.verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            assertThat(target.rule()).contains("does not name the measure", "12.55%");
        }

        @Test
        void targetOfDecemberIsNotHeldAgainstAFigureOfMarch() {
            TargetPoint target =
                    SeriesQueries.trend("long_term_stability_pct").targets().get(0);

            assertThat(target.verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            assertThat(target.rule()).contains("no figure for 31 December 2016 was published", "73% (31 March 2018)");
        }

        @Test
        void measureWithoutATargetHasNoNoteAboutIt() {
            Trend trend = SeriesQueries.trend("sdq_average_score");

            assertThat(trend.targets()).isEmpty();
            assertThat(trend.notes()).noneMatch(note -> note.contains("target"));
        }

        @Test
        void targetOfTheOlderMeasureIsOnlySaid() {
            Trend trend = SeriesQueries.trend("long_term_stability_3yr_plus_pct");

            assertThat(trend.targets()).isEmpty();
            assertThat(trend.notes()).anyMatch(note -> note.startsWith("A target of 66% for 31 March 2009"));
        }
    }

    @Nested
    class Disagreements {
        @Test
        void everyConflictOfChildrenInCareIsNoted() {
            assertThat(SeriesQueries.trend("cic_count").notes())
                    .anyMatch(note -> note.contains("Sources disagree for 31 March 2016: 469") && note.contains("466"))
                    .anyMatch(note -> note.contains("Sources disagree for 31 March 2019: 583") && note.contains("582"))
                    .anyMatch(note -> note.contains("Sources disagree for 31 March 2020: 654")
                            && note.contains("657")
                            && note.endsWith("The latest publication is shown."));
        }

        @Test
        void whatWasPublishedLaterIsNotYetAConflict() {
            assertThat(SeriesQueries.asOf("2020-12-31", "cic_count").notes())
                    .noneMatch(note -> note.contains("Sources disagree"));
        }
    }

    private static List<String> segments(Trend trend) {
        return trend.lines().get(0).segments().stream().map(TrendSegment::key).toList();
    }

    private static List<String> values(TrendLine line) {
        return line.points().stream().map(Observation::valueText).toList();
    }

    private static Change change(Trend trend) {
        return Objects.requireNonNull(trend.lines().get(0).change());
    }

    private static Change meanChange(Trend trend) {
        return Objects.requireNonNull(trend.lines().get(0).changeFromMean());
    }
}
