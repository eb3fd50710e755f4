package careledger.answers.trend;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.observation.MemberFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main message of series as the documents print them, read aloud. */
class TrendHeadlineTest {
    @Test
    void flatShareWithALow() {
        assertThat(SeriesQueries.trend("placements_3plus_pct").headline())
                .isEqualTo(
                        "In Leicestershire, the share of children in care with 3 or more placements in the year stood"
                                + " at 11% on 31 March 2016 and at 10% on 31 March 2025, much the same, with a low of 5%"
                                + " on 31 March 2021; the figure before was 9% (31 March 2024).");
    }

    @Test
    void countWithYearsMissing() {
        assertThat(SeriesQueries.trend("cic_count").headline())
                .isEqualTo(
                        "In Leicestershire, the number of children in care rose by 386, from 308 on 31 October 2008 to"
                                + " 694 on 31 March 2025; the figure before was 725 (31 March 2024); no figure is known"
                                + " between 31 October 2008 and 31 March 2016.");
    }

    @Test
    void lineThatStartsAnew() {
        assertThat(SeriesQueries.trend("dental_check_pct").headline())
                .isEqualTo("In Leicestershire, the share of children in care with a dental check in the last 12 months"
                        + " rose by 5.4 percentage points, from 87.6% on 31 March 2020 to 93% on 31 March 2025"
                        + " (higher is better), with a low of 28% on 31 March 2021; the figure before was 95% (31"
                        + " March 2024); comparable only from 31 March 2020, as the figures just before are under"
                        + " another definition.");
    }

    @Test
    void shareOfAFewChildrenIsMuchTheSame() {
        assertThat(SeriesQueries.trend("gcse_5_a_star_c_pct").headline())
                .contains("stood at 6.9% on 30 September 2003 and at 6.7% on 30 September 2007, much the same, with a"
                        + " high of 26.3% on 30 September 2004");
    }

    @Test
    void scoreInPoints() {
        assertThat(SeriesQueries.trend("sdq_average_score").headline())
                .isEqualTo("In Leicestershire, the average emotional and behavioural health score of children in care"
                        + " fell by 1.9 points, from 16.6 on 31 March 2016 to 14.7 on 31 March 2025 (lower is"
                        + " better); the figure before was 14.7 (31 March 2024).");
    }

    @Test
    void scoreWhoseLatestYearHasNone() {
        assertThat(SeriesQueries.trend("ks4_progress_8_score").headline())
                .isEqualTo(
                        "In Leicestershire, the average Progress 8 score of children in care rose by 0.24 points, from"
                                + " -1.16 in the 2015-16 school year to -0.92 in the 2023-24 school year (higher is"
                                + " better), with a low of -1.5 in the 2018-19 school year; the figure before was -1.05"
                                + " (2022-23 school year); no figure is known between 2018-19 school year and 2021-22"
                                + " school year; for 2024-25 school year there is no figure ([x] not available).");
    }

    @Test
    void pounds() {
        assertThat(SeriesQueries.trend("cic_weekly_cost_gbp").headline())
                .isEqualTo(
                        "In Leicestershire, spending on children looked after per child per week rose by £1,610, from"
                                + " £1,115 in 2016-17 to £2,725 in 2024-25; the figure before was £2,145 (2023-24).");
    }

    @Test
    void rate() {
        assertThat(SeriesQueries.trend("care_entries_rate_per_10k").headline())
                .isEqualTo("In Leicestershire, the number of children who came into care for every 10,000 children rose"
                        + " by 4, from 16 per 10,000 in 2017-18 to 20 per 10,000 in 2024-25; the figure before was"
                        + " 21 per 10,000 (2023-24).");
    }

    @Test
    void daysOfOneYear() {
        assertThat(SeriesQueries.trend("adoption_scorecard_a1_days").headline())
                .isEqualTo("In Leicestershire, the average days from entering care to moving in with an adoptive family"
                        + " stood at 487 days in 2019-20, the only figure of its line.");
    }

    @Test
    void partOfACount() {
        assertThat(SeriesQueries.trend("cse_referrals_count", new MemberFilter("sex", List.of("female")))
                        .headline())
                .isEqualTo("In Leicestershire, the number of child sexual exploitation referrals (Female) fell by 59,"
                        + " from 243 in 2016-17 to 184 in 2019-20; the figure before was 211 (2018-19).");
    }

    @Test
    void breakdownThatWasNeverPublishedSaysWhichWere() {
        assertThat(SeriesQueries.trend("cse_referrals_count", new MemberFilter("age_group", List.of("aged_0_5")))
                        .headline())
                .contains("no figures were found", "{dimension: \"sex\", members: [\"female\", \"male\"");
        assertThat(SeriesQueries.trend("orders_granted_count").headline())
                .contains("Ask with breakdown: [{dimension: \"order_type\", members: [\"adoption_order\"");
    }

    @Test
    void yearsWithoutFiguresSayWhichHaveSome() {
        assertThat(SeriesQueries.between("1990-01-01", "1991-01-01", "cic_count")
                        .headline())
                .contains("There are figures from 31 October 2008 to 31 March 2025, none in the periods asked for.");
    }
}
