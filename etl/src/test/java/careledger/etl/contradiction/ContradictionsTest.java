package careledger.etl.contradiction;

import static careledger.etl.contradiction.PrintedExample.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures as the loaded documents print them, and figures that only look contradictory. */
class ContradictionsTest {
    private static final String MARCH_2020 = "2020-03-31";
    private static final String MARCH_2019 = "2019-03-31";

    @Test
    void aPercentageIsHeldAgainstABasePrintedElsewhere() {
        assertThat(notes(
                        figure("all", "cic_count", "2016-03-31", "total", "466"),
                        figure("homes", "cic_share_pct", "2016-03-31", "placement_type=residential_care", "10")
                                .of("60", null),
                        figure("kin", "cic_share_pct", "2016-03-31", "placement_type=kinship", "17")
                                .of("77", null)))
                .containsOnlyKeys("homes")
                .hasEntrySatisfying("homes", note -> assertThat(note).contains("60 of the 466", "is 12.9%"));
    }

    @Test
    void partsAreHeldAgainstTheirWholeInTheSamePassage() {
        assertThat(notes(
                        share("family", "family_based_placements", "71"),
                        share("own", "in_house_connected_adoptive_parents", "45"),
                        share("agency", "independent_fostering_agency", "28")))
                .hasEntrySatisfying("family", note -> assertThat(note).contains("45% + 28%"));
        assertThat(notes(
                        share("family", "family_based_placements", "71"),
                        share("own", "in_house_connected_adoptive_parents", "45"),
                        share("agency", "independent_fostering_agency", "26")))
                .isEmpty();
    }

    @Test
    void roundedPartsMayDifferFromTheirRoundedWholeByTheirRounding() {
        assertThat(notes(
                        share("family", "family_based_placements", "72"),
                        share("own", "in_house_connected_adoptive_parents", "45"),
                        share("agency", "independent_fostering_agency", "28")))
                .isEmpty();
    }

    @Test
    void disjointPartsCannotBeMoreThanTheirWhole() {
        assertThat(notes(
                        figure("all", "cic_year11_cohort_count", "AY2008-09", "total", "47"),
                        figure("uasc", "cic_year11_cohort_count", "AY2008-09", "uasc=unaccompanied", "12"),
                        figure("others", "cic_year11_cohort_count", "AY2008-09", "uasc=not_unaccompanied", "36")))
                .containsOnlyKeys("all");
        assertThat(notes(
                        figure("all", "cic_count", MARCH_2020, "total", "657"),
                        figure("boys", "cic_count", MARCH_2020, "sex=male", "368"),
                        figure("girls", "cic_count", MARCH_2020, "sex=female", "289")))
                .isEmpty();
    }

    @Test
    void noNoteNamesACountThatIsWithheld() {
        assertThat(notes(
                        figure("all", "cic_year11_cohort_count", "AY2008-09", "total", "10"),
                        figure("uasc", "cic_year11_cohort_count", "AY2008-09", "uasc=unaccompanied", "2"),
                        figure("others", "cic_year11_cohort_count", "AY2008-09", "uasc=not_unaccompanied", "9")))
                .isEmpty();
    }

    @Test
    void aChangeIsHeldAgainstTheLevelsPrintedWithIt() {
        String spring2019 = "2019-01-01..2019-04-30";
        String spring2020 = "2020-01-01..2020-04-30";
        PrintedExample before = figure("before", "pep_meetings_count", spring2019, "total", "402");
        assertThat(notes(
                        figure("more", "pep_meetings_increase_count", spring2020, "total", "50")
                                .word("over"),
                        before,
                        figure("now", "pep_meetings_count", spring2020, "total", "402")))
                .containsOnlyKeys("more")
                .hasEntrySatisfying("more", note -> assertThat(note).contains("over 50", "is a change of 0"));
        assertThat(notes(
                        figure("more", "pep_meetings_increase_count", spring2020, "total", "50")
                                .word("over"),
                        before,
                        figure("now", "pep_meetings_count", spring2020, "total", "453")))
                .isEmpty();
    }

    @Test
    void aChangeInPercentFollowsFromTheNearestLevels() {
        PrintedExample table =
                figure("table", "cic_12m_count", MARCH_2019, "total", "413").onLine(90);
        PrintedExample text = figure("text", "cic_12m_count", MARCH_2019, "total", "415");
        PrintedExample now = figure("now", "cic_12m_count", MARCH_2020, "total", "459");
        PrintedExample rise = figure("rise", "cic_12m_increase_pct", "FY2019-20", "total", "11.1");

        assertThat(notes(table, now, rise)).isEmpty();
        assertThat(notes(table, text, now, rise))
                .hasEntrySatisfying("rise", note -> assertThat(note).contains("10.6%"))
                .containsOnlyKeys("rise", "text", "table");
    }

    @Test
    void aFallThatIsCalledARiseIsFound() {
        assertThat(notes(
                        figure("before", "care_entries_count", "FY2018-19", "total", "245"),
                        figure("now", "care_entries_count", "FY2019-20", "total", "200"),
                        figure("rise", "care_entries_increase_pct", "FY2019-20", "total", "18.4")))
                .containsOnlyKeys("rise");
        assertThat(notes(
                        figure("before", "care_entries_count", "FY2018-19", "total", "207"),
                        figure("now", "care_entries_count", "FY2019-20", "total", "245"),
                        figure("rise", "care_entries_increase_pct", "FY2019-20", "total", "18.4")))
                .isEmpty();
    }

    @Test
    void aPercentageOfAnotherYearsBaseNamesThatYear() {
        assertThat(notes(
                        figure("old", "immunisations_pct", "2015-03-31", "total", "86.5")
                                .of("268", "304"),
                        figure("new", "immunisations_pct", "2016-03-31", "total", "79.0")
                                .of("245", "310")))
                .containsOnlyKeys("old")
                .hasEntrySatisfying("old", note -> assertThat(note).contains("310, the base of 31 March 2016"));
    }

    @Test
    void twoFiguresOfOneThingAreNotedOnBoth() {
        assertThat(notes(
                        figure("a", "cic_rate_per_10k", MARCH_2020, "total", "46.9"),
                        figure("b", "cic_rate_per_10k", MARCH_2020, "total", "46.8")))
                .containsOnlyKeys("a", "b");
        assertThat(notes(
                        figure("a", "cic_rate_per_10k", MARCH_2020, "total", "52.78"),
                        figure("b", "cic_rate_per_10k", MARCH_2020, "total", "52.8")))
                .isEmpty();
    }

    @Test
    void oneCountUnderTwoDatesIsNotedAlsoAcrossPapersOfOneDay() {
        assertThat(notes(
                        figure("march", "dental_check_pct", MARCH_2019, "total", "77.6")
                                .of("465", "599"),
                        figure("june", "dental_check_pct", "2019-06-30", "total", "77.6")
                                .of("465", null)
                                .in("another paper", LocalDate.of(2020, 10, 1))))
                .containsOnlyKeys("march", "june");
    }

    @Test
    void anEarlierDocumentIsNotNotedForWhatALaterOneSays() {
        assertThat(notes(
                        figure("march", "dental_check_pct", MARCH_2019, "total", "77.6")
                                .of("465", "599"),
                        figure("june", "dental_check_pct", "2019-06-30", "total", "77.6")
                                .of("465", null)
                                .in("a later paper", LocalDate.of(2021, 1, 1))))
                .containsOnlyKeys("june");
    }

    private static PrintedExample share(String claim, String member, String value) {
        return figure(claim, "cic_share_pct", MARCH_2020, "placement_type=" + member, value);
    }

    private static Map<String, String> notes(PrintedExample... figures) {
        return Contradictions.of(
                Arrays.stream(figures).map(PrintedExample::printed).toList());
    }
}
