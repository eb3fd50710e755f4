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
                .isEqualTo("In Leicestershire, the share of children in care with 3 or more placements in the year "
                        + "was 10% on 31 March 2025, much the same as on 31 March 2024 (9%). Over three years it is "
                        + "4 percentage points higher than on 31 March 2022 (6%), which is worse. It has been "
                        + "rising since 31 March 2021 (5%). It is much the same as on 31 March 2016 (11%), the "
                        + "first comparable figure.");
    }

    @Test
    void countWithYearsMissing() {
        assertThat(SeriesQueries.trend("cic_count").headline())
                .isEqualTo("In Leicestershire, the number of children in care was 694 on 31 March 2025, 31 fewer "
                        + "(4.3%) than on 31 March 2024 (725). Before that it rose from 681 (31 March 2023) to 725 "
                        + "(31 March 2024). It is 386 more (125.3%) than on 31 October 2008 (308), the first "
                        + "comparable figure. There is no figure between 31 October 2008 and 31 March 2016.");
    }

    @Test
    void lineBehindABreak() {
        assertThat(SeriesQueries.trend("dental_check_pct").headline())
                .isEqualTo("In Leicestershire, the share of children in care with a dental check in the last 12 "
                        + "months was 93% on 31 March 2025, 2 percentage points lower than on 31 March 2024 (95%), "
                        + "which is worse. Before that it rose from 28% (31 March 2021) to 95% (31 March 2024). It "
                        + "is 15.9 percentage points higher than on 31 March 2015 (77.1%), the first comparable "
                        + "figure, which is better. This line has no figure between 31 March 2016 and 31 March 2018; "
                        + "figures that are not part of it are in the notes.");
    }

    @Test
    void moveOfOneChildIsMuchTheSame() {
        assertThat(SeriesQueries.trend("gcse_5_a_star_c_pct").headline())
                .contains("was 6.7% on 30 September 2007, much the same as on 30 September 2006 (3.7%).")
                .contains(
                        "It fell from 26.3% (30 September 2004) to 3.7% (30 September 2006) and has been level since.");
    }

    @Test
    void scoreInPoints() {
        assertThat(SeriesQueries.trend("sdq_average_score").headline())
                .isEqualTo("In Leicestershire, the average emotional and behavioural health score of children in care"
                        + " was 14.7 on 31 March 2025, the same as on 31 March 2024. Over three years it is 1.1"
                        + " points higher than on 31 March 2022 (13.6), which is worse. It rose from 13.6 (31"
                        + " March 2022) to 14.7 (31 March 2024) and has been level since. It is 1.9 points"
                        + " lower than on 31 March 2016 (16.6), the first comparable figure, which is better.");
    }

    @Test
    void scoreWhoseLatestYearHasNone() {
        assertThat(SeriesQueries.trend("ks4_progress_8_score").headline())
                .isEqualTo("In Leicestershire, the average Progress 8 score of children in care was -0.92 in the "
                        + "2023-24 school year, 0.13 points higher than in the 2022-23 school year (-1.05), which "
                        + "is better. It has been rising since the 2018-19 school year (-1.5). It is 0.24 points "
                        + "higher than in the 2015-16 school year (-1.16), the first comparable figure, which is "
                        + "better. There is no figure between the 2018-19 school year and the 2021-22 school year. "
                        + "For the 2024-25 school year there is no figure ([x] not available).");
    }

    @Test
    void pounds() {
        assertThat(SeriesQueries.trend("cic_weekly_cost_gbp").headline())
                .isEqualTo("In Leicestershire, spending on children looked after per child per week was £2,725 in "
                        + "2024-25, £580 more (27%) than in 2023-24 (£2,145). It has been rising since 2016-17 "
                        + "(£1,115). It is £1,610 more (144.4%) than in 2016-17 (£1,115), the first comparable "
                        + "figure.");
    }

    @Test
    void rate() {
        assertThat(SeriesQueries.trend("care_entries_rate_per_10k").headline())
                .isEqualTo("In Leicestershire, the number of children who came into care for every 10,000 children "
                        + "was 20 in 2024-25, much the same as in 2023-24 (21). Over three years it is 2 higher "
                        + "(11.1%) than in 2021-22 (18). It rose from 16 (2017-18) to 21 (2023-24) and has been level "
                        + "since. It is 4 higher (25%) than in 2017-18 (16), the first comparable figure.");
    }

    @Test
    void daysAgainstARestatedYear() {
        assertThat(SeriesQueries.trend("adoption_scorecard_a1_days").headline())
                .isEqualTo("In Leicestershire, the average days from entering care to moving in with an adoptive "
                        + "family was 487 days in 2019-20, 56 days fewer (10.3%) than in 2018-19 (543 days), which "
                        + "is better.");
    }

    @Test
    void partOfACount() {
        assertThat(SeriesQueries.trend("cse_referrals_count", new MemberFilter("sex", List.of("female")))
                        .headline())
                .isEqualTo("In Leicestershire, the number of child sexual exploitation referrals (Female) was 184 in"
                        + " 2019-20, 27 fewer (12.8%) than in 2018-19 (211). Before that it rose from 173"
                        + " (2017-18) to 211 (2018-19). It is 59 fewer (24.3%) than in 2016-17 (243), the first"
                        + " comparable figure.");
    }

    @Test
    void breakdownThatWasNeverPublishedSaysWhichWere() {
        assertThat(SeriesQueries.trend("cse_referrals_count", new MemberFilter("age_group", List.of("aged_0_5")))
                        .headline())
                .contains("no figures were found", "{dimension: \"sex\", members: [\"female\", \"male\"");
        assertThat(SeriesQueries.trend("orders_granted_count").headline())
                .isEqualTo("In Leicestershire, the number of court orders granted is published only by court order, in"
                        + " 2019-20. Full care order: 76; Adoption order: 31; Placement order: 27; Supervision"
                        + " order: 26; Child arrangements order: 19; Special guardianship order: 17.");
    }

    @Test
    void yearsWithoutFiguresSayWhichHaveSome() {
        assertThat(SeriesQueries.between("1990-01-01", "1991-01-01", "cic_count")
                        .headline())
                .contains("There are figures from 31 October 2008 to 31 March 2025, none in the periods asked for.");
    }

    @Test
    void partsFitAPage() {
        TrendSummary parts = SeriesQueries.trend("dental_check_pct").summaryParts();

        assertThat(parts.summary())
                .isEqualTo(
                        "93% on 31 March 2025, 2 percentage points lower than on 31 March 2024 (95%), which is worse.");
        assertThat(parts.turningPoint())
                .isEqualTo("Before that it rose from 28% (31 March 2021) to 95% (31 March 2024).");
        assertThat(parts.extremes())
                .isEqualTo(
                        "The highest was 95% (31 March 2024), the lowest 28% (31 March 2021), of 10 comparable figures"
                                + " since 31 March 2015.");
        assertThat(parts.earlier())
                .isEqualTo("Measured differently before 31 March 2015: 65.3% (30 September 2000) to 91% (30 September"
                        + " 2008); not comparable.");
        assertThat(parts.comparison()).isNull();
    }
}
