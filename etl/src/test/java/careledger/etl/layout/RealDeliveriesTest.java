package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.observation.Claim;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.Rag;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The six folders under extracts, with figures that were read in the documents and not in our output. */
class RealDeliveriesTest {
    private static final Map<String, FolderRead> FOLDERS = new LinkedHashMap<>();

    @BeforeAll
    static void readAll() throws IOException {
        for (String folder : List.of("2008", "2016", "2019-09", "2019-09-rest", "2020", "2025")) {
            FOLDERS.put(folder, FolderRead.of(Path.of("extracts", folder)));
        }
    }

    @Test
    void everyMappingIsWithoutAFault() {
        assertThat(FOLDERS.values()).allSatisfy(folder -> {
            assertThat(folder.mapping().rejections()).isEmpty();
            assertThat(folder.mapping().refusedFiles()).isEmpty();
        });
    }

    @Test
    void onlyTheElevenClaimsWithoutAPeriodAreRefused() {
        List<Rejection> rejections = new ArrayList<>();
        FOLDERS.values().forEach(folder -> rejections.addAll(folder.rejections()));

        assertThat(rejections).extracting(Rejection::rule).containsOnly(Rule.PERIOD_MISSING);
        assertThat(rejections).extracting(Rejection::file).containsOnly("2020/claims.csv");
        assertThat(rejections)
                .extracting(Rejection::line)
                .containsExactly(18, 22, 29, 110, 113, 170, 269, 270, 282, 283, 284);
    }

    @Test
    void everyRowAndCellIsAcceptedOrRejected() {
        List<Outcome.Tally> tallies = new ArrayList<>();
        FOLDERS.values().forEach(folder -> tallies.addAll(folder.tallies()));

        assertThat(tallies).hasSize(37).noneMatch(Outcome.Tally::refusedWhole);
        assertThat(tallies).allSatisfy(tally -> {
            assertThat(tally.rowsAccepted() + tally.rowsRejected()).isEqualTo(tally.rowsRead());
            assertThat(tally.cellsAccepted() + tally.cellsRejected()).isEqualTo(tally.cellsRead());
        });
        assertThat(tallies.stream().mapToInt(Outcome.Tally::rowsRejected).sum()).isEqualTo(11);
        assertThat(tallies.stream().mapToInt(Outcome.Tally::claims).sum())
                .isEqualTo(everyClaim().size());
    }

    @Test
    void noTwoClaimsHaveOneId() {
        assertThat(everyClaim()).extracting(Claim::id).doesNotHaveDuplicates();
    }

    /** "By July 2020", "November 2015", "During 2018": the day under which the figure is kept is printed nowhere. */
    @Test
    void aDayReadFromAMonthOrAYearIsSaidNotToBePrinted() {
        assertThat(List.of(
                        claim("2020", "annual-report-2019-20/2020-160"),
                        claim("2020", "annual-report-2019-20/2020-088"),
                        claim("2020", "annual-report-2019-20/2020-360"),
                        claim("2019-09", "performance-2019-20-q1/201909-510"),
                        claim(
                                "2019-09",
                                "performance-2019-20-q1/performance_dashboard_q1/ehcp_total_count/E10000018/2019-01-31"),
                        claim("2019-09-rest", "sw-recruitment-2019-09/201909-182")))
                .extracting(claim -> claim.period().id() + " "
                        + claim.notes().of(ObservationColumn.PERIOD_NOTE).orElse(""))
                .containsExactly(
                        "2020-07-31 day not printed; month end used",
                        "2015-11-30 day not printed; month end used",
                        "2018-12-31 day not printed; year end used",
                        "2019-01-31 day not printed; month end used",
                        "2019-01-31 day not printed; month end used",
                        "2019-06-30 day not printed; month end used");
    }

    /** "31st March 2020", "end of June 2019", "2018/19", quarter 1: what is printed names the day. */
    @Test
    void aDayThatIsPrintedOrEndsAYearNeedsNoNote() {
        assertThat(List.of(
                        claim("2020", "annual-report-2019-20/2020-054"),
                        claim("2020", "annual-report-2019-20/2020-034"),
                        claim("2019-09", "performance-2019-20-q1/201909-548")))
                .allSatisfy(claim -> assertThat(claim.notes().of(ObservationColumn.PERIOD_NOTE))
                        .isEmpty());
    }

    /** The documents print "over 50" more PEP meetings, "up to three" places and "approximately 3". */
    @Test
    void wordsThatMakeANumberInexactAreKept() {
        assertThat(claim("2020", "annual-report-2019-20/2020-231").notes().of(ObservationColumn.QUALIFIER))
                .contains("over");
        assertThat(claim("2020", "annual-report-2019-20/2020-401").notes().of(ObservationColumn.QUALIFIER))
                .contains("up to");
        assertThat(claim("2008", "cyp-executive-2008-10/2008-061").notes().of(ObservationColumn.QUALIFIER))
                .contains("approximately");
    }

    @Test
    void siblingsKnowEachOther() {
        Map<String, Optional<String>> siblings = new HashMap<>();
        everyClaim().forEach(claim -> siblings.put(claim.id(), claim.sibling()));
        List<Claim> withSibling = everyClaim().stream()
                .filter(claim -> claim.sibling().isPresent())
                .toList();

        assertThat(withSibling).hasSizeGreaterThan(100).allSatisfy(claim -> assertThat(
                        siblings.get(claim.sibling().orElseThrow()))
                .isEqualTo(Optional.of(claim.id())));
    }

    @Nested
    class OutcomesOf2008 {
        private static final String TABLE = "cyp-executive-2008-10/oc2_outcomes/";

        @Test
        void childrenInCareForTwelveMonthsAreThoseOfEachSeptember() {
            int[] printed = {176, 194, 195, 270, 233, 251, 231, 227};

            for (int i = 0; i < printed.length; i++) {
                Claim claim = claim("2008", TABLE + "cic_12m_count/E10000018/200" + i + "-09-30");
                assertThat(claim.value()).contains(BigDecimal.valueOf(printed[i]));
                assertThat(claim.notes().of(ObservationColumn.PERIOD_PRINTED)).contains("at Sept '0" + i);
            }
        }

        @Test
        void countAndPercentOfACellAreTwoClaimsThatKnowEachOther() {
            Claim count = claim("2008", TABLE + "sen_covered_count/E10000018/2007-09-30");
            Claim percent = claim("2008", TABLE + "sen_covered_pct/E10000018/2007-09-30");

            assertThat(count.value()).contains(new BigDecimal("69"));
            assertThat(percent.value()).contains(new BigDecimal("37.1"));
            assertThat(percent.numerator()).contains(new BigDecimal("69"));
            assertThat(percent.denominator()).contains(new BigDecimal("186"));
            assertThat(percent.qualityNote()).isEmpty();
            assertThat(count.sibling()).contains(percent.id());
            assertThat(percent.sourceText()).isEqualTo("69 (37.1%)");
            assertThat(percent.locator())
                    .isEqualTo("Appendix 1, OC2 outcomes, row 'No. & percent covered by SEN', column 'at Sept '07'");
        }

        @Test
        void aBandStandsBesideItsFigure() {
            Claim claim = claim("2008", TABLE + "paf_c18_final_warnings_convictions_ratio/E10000018/2005-09-30");

            assertThat(claim.value()).contains(new BigDecimal("4.2"));
            assertThat(claim.notes().of(ObservationColumn.BAND)).contains("band 2");
        }

        @Test
        void percentagesOfThoseWhoSatAreAnotherDefinition() {
            Claim of2001 = claim("2008", TABLE + "gcse_5_a_star_c_pct/E10000018/2001-09-30");

            assertThat(of2001.value()).contains(new BigDecimal("10.5"));
            assertThat(of2001.definition()).isEqualTo("gcse_5_a_star_c_pct/oc2_of_those_who_sat");
            assertThat(of2001.denominator()).contains(new BigDecimal("19"));
            assertThat(of2001.qualityNote()).isEmpty();
        }

        @Test
        void pafC19IsAnotherIndicatorBeforeSeptember2002() {
            assertThat(claim("2008", TABLE + "paf_c19_health_incl_immunisations_pct/E10000018/2001-09-30")
                            .value())
                    .contains(new BigDecimal("75.6"));
            assertThat(claim("2008", TABLE + "paf_c19_health_excl_immunisations_pct/E10000018/2002-09-30")
                            .value())
                    .contains(new BigDecimal("68.7"));
        }
    }

    @Nested
    class TablesOf2016 {
        @Test
        void dentalChecksStandInTwoColumnsHeadedPercent() {
            String table = "market-position-2016-06/health_performance/dental_check_pct/E10000018/";
            Claim of2016 = claim("2016", table + "2016-03-31");
            Claim of2015 = claim("2016", table + "2015-03-31");

            assertThat(of2016.value()).contains(new BigDecimal("65.8"));
            assertThat(of2016.numerator()).contains(new BigDecimal("204"));
            assertThat(of2016.notes().of(ObservationColumn.DIRECTION)).contains("↓");
            assertThat(of2015.value()).contains(new BigDecimal("77.1"));
            assertThat(of2015.qualityNote()).contains("printed 77.1%, but 239 of 304 is 78.6%");
        }

        @Test
        void aPointWithoutDecimalsIsAWholeNumber() {
            Claim beds = claim(
                    "2016",
                    "market-position-2016-06/provision_16plus/supported_accommodation_16plus_beds_count/E10000018/"
                            + "2015-12-31/provision_type=accommodation_and_support_16_plus");

            assertThat(beds.value()).contains(new BigDecimal("30"));
            assertThat(beds.sourceText()).isEqualTo("30.");
        }
    }

    @Nested
    class DashboardOf2019 {
        private static final String TABLE = "performance-2019-20-q1/performance_dashboard_q1/";

        @Test
        void aFigureHasItsQuartileStatusDirectionAndNeighbours() {
            Claim percent = claim("2019-09", TABLE + "placements_3plus_pct/E10000018/2019-06-30");
            Claim count = claim("2019-09", TABLE + "placements_3plus_count/E10000018/2019-06-30");
            Claim neighbours = claim("2019-09", TABLE + "placements_3plus_pct/statistical-neighbours/2019-06-30");

            assertThat(percent.value()).contains(new BigDecimal("8"));
            assertThat(percent.quartile()).hasValue(1);
            assertThat(percent.rag()).contains(Rag.GREEN);
            assertThat(percent.notes().of(ObservationColumn.DIRECTION)).contains("Similar");
            assertThat(percent.notes().of(ObservationColumn.PERIOD_PRINTED)).contains("Q1");
            assertThat(percent.locator())
                    .contains("section 'Children at most risk are protected from harm and kept safe'");
            assertThat(count.value()).contains(new BigDecimal("48"));
            assertThat(count.quartile()).isEmpty();
            assertThat(neighbours.value()).contains(new BigDecimal("10.7"));
        }

        @Test
        void aSymbolIsAClaimWithoutAValue() {
            Claim claim = claim("2019-09", TABLE + "cse_referrals_count/statistical-neighbours/FY2019-20-Q1");

            assertThat(claim.status()).isEqualTo(ObsStatus.NOT_AVAILABLE);
            assertThat(claim.value()).isEmpty();
        }

        @Test
        void figuresOfTheTextStandUnderTheSameKey() {
            Claim text = claim("2019-09", "performance-2019-20-q1/201909-534");
            Claim table = claim(
                    "2019-09", TABLE + "ks2_progress_all_pupils_score/E10000018/AY2018-19/subject=reading/PROVISIONAL");

            assertThat(table.value()).isEqualTo(text.value()).contains(new BigDecimal("-0.01"));
            assertThat(table.period()).isEqualTo(text.period());
            assertThat(table.breakdown()).isEqualTo(text.breakdown());
        }

        @Test
        void lateOfTotalGivesThePercentageInTime() {
            Claim claim = claim(
                    "2019-09", "iro-annual-2018-19/iro_overall_performance/review_timeliness_pct/E10000018/FY2018-19");

            assertThat(claim.value()).contains(new BigDecimal("98.9"));
            assertThat(claim.numerator()).contains(new BigDecimal("1373"));
            assertThat(claim.denominator()).contains(new BigDecimal("1388"));
            assertThat(claim.qualityNote()).isEmpty();
        }
    }

    @Nested
    class AnnualReportOf2020 {
        @Test
        void fullCareOrdersRoseFrom61To76() {
            String table = "annual-report-2019-20/final_orders/orders_granted_count/E10000018/";

            assertThat(claim("2020", table + "FY2018-19/order_type=full_care_order")
                            .value())
                    .contains(new BigDecimal("61"));
            assertThat(claim("2020", table + "FY2019-20/order_type=full_care_order")
                            .value())
                    .contains(new BigDecimal("76"));
        }

        @Test
        void aSecondLineHoldsThePercentagesOfTheLineAbove() {
            Claim percent =
                    claim("2020", "annual-report-2019-20/health_outcomes/immunisations_pct/E10000018/2020-03-31");

            assertThat(percent.line()).isEqualTo(3);
            assertThat(percent.value()).contains(new BigDecimal("90.4"));
            assertThat(percent.numerator()).contains(new BigDecimal("415"));
            assertThat(percent.denominator()).contains(new BigDecimal("459"));
            assertThat(percent.sibling())
                    .contains("annual-report-2019-20/health_outcomes/immunisations_count/E10000018/2020-03-31");
        }

        @Test
        void printedPercentagesThatDoNotAgreeAreNoted() {
            assertThat(claim("2020", "annual-report-2019-20/2020-087").qualityNote())
                    .contains("printed 44.9%, but 294 of 657 is 44.7%");
            long noted = everyClaim().stream()
                    .filter(claim -> !claim.tabular()
                            && claim.qualityNote()
                                    .filter(note -> note.startsWith("printed"))
                                    .isPresent())
                    .count();
            assertThat(noted).isEqualTo(12);
        }

        /** Nominations "in 2008", printed on 31 October of that year, are not yet all of them. */
        @Test
        void figuresOfPeriodsThatWereNotOverAreFlagged() {
            assertThat(claim("2008", "cyp-executive-2008-10/2008-036").qualityNote())
                    .contains("published on 31 October 2008, before the period ends on 31 December 2008");
            assertThat(claim("2020", "annual-report-2019-20/2020-245").qualityNote())
                    .contains("published in July 2020 (day not printed), before the period ends on 31 March 2021");
            assertThat(everyClaim().stream().filter(claim -> claim.qualityNote()
                            .filter(note -> note.startsWith("published"))
                            .isPresent()))
                    .hasSize(12);
        }
    }

    @Nested
    class NationalFiguresOf2025 {
        @Test
        void leicestershiresRateIsThatOfEachMarch() {
            int[] printed = {35, 37, 40, 42, 47, 50, 49, 48, 50, 47};

            for (int i = 0; i < printed.length; i++) {
                Claim claim = claim(
                        "2025",
                        "dfe-looked-after-2025/dfe_children_looked_after/cic_rate_per_10k/E10000018/" + (2016 + i)
                                + "-03-31");
                assertThat(claim.value()).contains(BigDecimal.valueOf(printed[i]));
                assertThat(claim.notes().of(ObservationColumn.PERIOD_PRINTED)).contains("Reporting year " + (2016 + i));
            }
        }

        @Test
        void bothModelsHaveTenNeighbours() {
            List<Outcome.Neighbour> neighbours = read("2025").neighbours();

            assertThat(neighbours).hasSize(20);
            assertThat(neighbours)
                    .filteredOn(one -> one.model().equals("2025") && one.rank() == 1)
                    .extracting(Outcome.Neighbour::neighbourId)
                    .containsExactly("E10000013");
            assertThat(new HashSet<>(neighbours)).hasSize(20);
        }
    }

    private static FolderRead read(String folder) {
        return Optional.ofNullable(FOLDERS.get(folder)).orElseThrow();
    }

    private static Claim claim(String folder, String id) {
        return read(folder).claim(id);
    }

    private static List<Claim> everyClaim() {
        return FOLDERS.values().stream()
                .flatMap(folder -> folder.claims().stream())
                .toList();
    }
}
