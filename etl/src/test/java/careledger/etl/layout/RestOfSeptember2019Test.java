package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.observation.Claim;
import careledger.schema.observation.ValueKind;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other papers of the committee of 3 September 2019, with figures that were read in them. */
class RestOfSeptember2019Test {
    private static FolderRead folder;

    @BeforeAll
    static void read() throws IOException {
        folder = FolderRead.of(Path.of("extracts", "2019-09-rest"));
    }

    @Test
    void everyFigureOfTwelveFilesIsLoaded() {
        assertThat(folder.rejections()).isEmpty();
        assertThat(folder.tallies()).hasSize(12);
        assertThat(folder.claims().stream().filter(claim -> !claim.tabular())).hasSize(166);
        assertThat(folder.claims().stream().filter(Claim::tabular)).hasSize(144);
    }

    @ParameterizedTest
    @CsvSource({
        "lrlscb-annual-2018-19/201909-031, cic_count, E10000018, 2019-03-31, 585",
        "lrlscb-annual-2018-19/201909-054, cic_count, E06000017, 2019-03-31, 33",
        "lrlscb-annual-2018-19/201909-016, csc_contacts_count, E10000018, FY2018-19, 22690",
        "lrlscb-annual-2018-19/201909-046, cp_repeat_pct, E06000017, FY2018-19, 48",
        "lrlscb-annual-2018-19/201909-063, missing_children_change_pct, E06000017, FY2018-19, -33",
        "lrlscb-annual-2018-19/201909-075, gp_forum_practices_mean, leicestershire-and-rutland, FY2018-19, 40",
        "minutes-2019-06-04/201909-005, high_needs_block_overspend_gbp, E10000018, FY2018-19, 2300000",
        "minutes-2019-06-04/201909-007, children_missing_education_count, E10000018, 2019-03-01, 34",
        "early-years-2019-09/201909-120, extended_entitlement_codes_used_pct, E10000018, 2019-06, 96.2",
        "early-years-2019-09/201909-137, eyfs_gld_all_pupils_pct, E92000001, AY2018-19, 71.8",
        "sw-recruitment-2019-09/201909-148, sw_vacancies_wte, E10000018, 2019-06-30, 3.5",
        "cse-update-2019-09/201909-190, cse_referrals_count, E10000018, FY2018-19-Q4, 93",
        "cse-update-2019-09/201909-197, missing_episodes_per_quarter_mean, llr, FY2018-19, 590"
    })
    void figuresOfTheText(String id, String indicator, String area, String period, String value) {
        Claim claim = folder.claim(id);

        assertThat(claim.value()).contains(new BigDecimal(value));
        assertThat(claim.indicator()).isEqualTo(indicator);
        assertThat(claim.area()).isEqualTo(area);
        assertThat(claim.period().id()).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "sw-recruitment-2019-09/agency_workers_by_rationale_june_2019/sw_agency_workers_count/E10000018/2019-06-30/rationale=covering_vacancies,"
                + " 17.5",
        "sw-recruitment-2019-09/agency_workers_by_rationale_june_2019/sw_agency_workers_count/E10000018/2019-06-30, 53",
        "early-years-2019-09/early_years_provision_open_closed_2018_19/childcare_providers_closed_count/E10000018/FY2018-19/provider_type=full_day_care,"
                + " 4",
        "early-years-2019-09/early_years_send_referral_panel/early_years_send_referrals_count/E10000018/FY2018-19, 536",
        "iro-annual-2018-19/iro_child_protection_plans_at_year_end/cp_plans_count/E10000018/2018-03-31/PREVIOUSLY_REPORTED,"
                + " 394",
        "iro-annual-2018-19/iro_child_protection_plans_by_age/cp_plans_age_pct/E10000018/2019-03-31/age_group=aged_16_or_over,"
                + " 2.8",
        "iro-annual-2018-19/iro_conferences_out_of_date_reasons/cp_conference_problem_count/E10000018/FY2018-19/reason=late_request_for_conference,"
                + " 15",
        "iro-annual-2018-19/iro_repeat_child_protection_plans_2018_19/cp_repeat_pct/E12000004/FY2018-19, 20.5",
        "lrlscb-annual-2018-19/lscb_sab_income_2018_19/sab_contribution_gbp/leicestershire-and-rutland/FY2018-19/contributor=leicestershire_county_council,"
                + " 52798",
        "lrlscb-annual-2018-19/lscb_sab_income_2018_19/lscb_contribution_gbp/leicestershire-and-rutland/FY2018-19/contributor=leicestershire_county_council,"
                + " 83061",
        "lrlscb-annual-2018-19/lscb_sab_income_2018_19/lscb_contribution_gbp/leicestershire-and-rutland/FY2018-19,"
                + " 239909",
        "lrlscb-annual-2018-19/lscb_sab_income_2018_19/lscb_sab_income_gbp/leicestershire-and-rutland/FY2018-19,"
                + " 340787",
        "lrlscb-annual-2018-19/lscb_sab_operating_expenditure_2018_19/lscb_sab_expenditure_gbp/leicestershire-and-rutland/FY2018-19,"
                + " 350073",
        "lrlscb-annual-2018-19/lscb_sab_operating_expenditure_2018_19/lscb_sab_deficit_gbp/leicestershire-and-rutland/FY2018-19,"
                + " 9286",
        "lrlscb-annual-2018-19/lscb_sab_operating_expenditure_2018_19/lscb_sab_reserve_gbp/leicestershire-and-rutland/2019-03-31,"
                + " 41760",
        "sw-recruitment-2019-09/recruitment_turnover_vacancy_agency_rates/sw_vacancy_rate_pct/E10000018/2019-06-30,"
                + " 9.6",
        "sw-recruitment-2019-09/recruitment_turnover_vacancy_agency_rates/sw_vacancies_wte/E10000018/2019-06-30, 25"
    })
    void figuresOfTheTables(String id, String value) {
        assertThat(folder.claim(id).value()).contains(new BigDecimal(value));
    }

    @Test
    void aCellThatHoldsTheNumberAndThePercentageGivesBoth() {
        String table = "iro-annual-2018-19/iro_icpc_children_discussed_by_month/";
        Claim percent =
                folder.claim(table + "icpc_children_outcome_pct/E10000018/2018-12/outcome=child_protection_plan");
        Claim count =
                folder.claim(table + "icpc_children_outcome_count/E10000018/2018-12/outcome=child_protection_plan");

        assertThat(percent.sourceText()).isEqualTo("48 78.7%");
        assertThat(percent.value()).contains(new BigDecimal("78.7"));
        assertThat(percent.numerator()).contains(new BigDecimal("48"));
        assertThat(percent.denominator()).contains(new BigDecimal("61"));
        assertThat(count.value()).contains(new BigDecimal("48"));
        assertThat(count.sibling()).contains(percent.id());
        assertThat(folder.claim(table + "icpc_children_count/E10000018/2018-12").value())
                .contains(new BigDecimal("61"));
        assertThat(folder.claims())
                .as("nobody was without a plan in July, and the cell is blank")
                .extracting(Claim::id)
                .doesNotContain(
                        table + "icpc_children_outcome_count/E10000018/2018-07/outcome=no_child_protection_plan");
    }

    /** The report prints what the board received in 2018/19, and what is planned for 2019/20. */
    @Test
    void whatWasReceivedAndWhatIsPlannedAreTwoDefinitions() {
        Claim planned = folder.claim("lrlscb-annual-2018-19/201909-009");
        Claim received = folder.claim("lrlscb-annual-2018-19/lscb_sab_income_2018_19/lscb_contribution_gbp/"
                + "leicestershire-and-rutland/FY2018-19/contributor=leicestershire_county_council");

        assertThat(planned.valueKind()).isEqualTo(ValueKind.FORECAST);
        assertThat(planned.definition()).isEqualTo("lscb_contribution_gbp/partnership_budget");
        assertThat(received.definition()).isEqualTo("lscb_contribution_gbp/board_income");
    }

    /** "Over 97%", and two figures that the report estimates. */
    @Test
    void wordsThatMakeANumberInexactAreKept() {
        Map<String, String> printed = Map.of(
                "minutes-2019-06-04/201909-001", "over",
                "lrlscb-annual-2018-19/201909-067", "over",
                "cse-update-2019-09/201909-213", "approximately");

        printed.forEach((id, word) -> assertThat(folder.claim(id).notes().of(ObservationColumn.QUALIFIER))
                .contains(word));
    }
}
