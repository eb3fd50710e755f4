package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.observation.Claim;
import careledger.schema.observation.ObsStatus;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders under deliveries in which nearly every row has one fault, and the sound rows beside them. */
class BrokenDeliveriesTest {
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ClaimsWithAFaultInEveryRow {
        private FolderRead read = emptyRead();

        @BeforeAll
        void readFolder() throws IOException, URISyntaxException {
            read = folder("broken-claims");
        }

        @ParameterizedTest(name = "line {0}: {3}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "3|indicator|cic_cuont|INDICATOR_UNKNOWN|Nearest known: 'cic_count'",
                    "4|area|Leicestershre|AREA_UNKNOWN|'Leicestershire'",
                    "5|breakdown|sexx=Male|DIMENSION_UNKNOWN|Nearest known: 'sex'",
                    "6|breakdown|Mael|MEMBER_UNKNOWN|Nearest known: 'Male'",
                    "8|period_start|2019-02-29|PERIOD_WRONG|there is no day 2019-02-29",
                    "9|period_start|2020-03-31|PERIOD_WRONG|ends on 2019-04-01, before it starts",
                    "10|period_start|2019-04-01|PERIOD_WRONG|before it starts on 2019-04-01",
                    "11|period_start|''|PERIOD_MISSING|printed: 'last year'",
                    "12|value|n/a|VALUE_NOT_A_NUMBER|Found 'n/a'",
                    "13|value|-|VALUE_NOT_A_NUMBER|Found '-'",
                    "14|value|1,2,3|VALUE_NOT_A_NUMBER|Found '1,2,3'",
                    "15|value|1e400|VALUE_NOT_A_NUMBER|Found '1e400'",
                    "16|value|NaN|VALUE_NOT_A_NUMBER|Found 'NaN'",
                    "17|value|٣|VALUE_NOT_A_NUMBER|expected a number",
                    "18|value|240|VALUE_OUT_OF_RANGE|a share of 0 to 100",
                    "19|value|12.5|VALUE_NOT_WHOLE|a whole number",
                    "20|value|50|NUMERATOR_ABOVE_DENOMINATOR|Found 30 of 20",
                    "21|claim|twice|CLAIM_DOUBLE|with different content; neither is taken",
                    "22|claim|twice|CLAIM_DOUBLE|with different content; neither is taken",
                    "24|claim|again|CLAIM_DOUBLE|is already on line 23",
                    "25|statistic|percent|CODE_UNKNOWN|expected 'count'",
                    "26|source|annual-report-2019-2020|SOURCE_UNKNOWN|Nearest known: 'annual-report-2019-20'",
                    "27|value|''|VALUE_MISSING|expected the figure",
                    "28|rag|BLUE|CODE_UNKNOWN|expected RED, AMBER or GREEN",
                    "30|column 3|'the '|FILE_MALFORMED|a quote inside a cell that does not begin with one",
                    "31|column 3|big|FILE_MALFORMED|neither doubled nor at the cell's end",
                    "32|indicator|eyfs_gld_all_pupils_pct|DEFINITION_UNKNOWN|known: published",
                    "33|value|1234567890123|VALUE_OUT_OF_RANGE|at most 12 digits",
                })
        void eachFaultIsToldWithItsLineColumnTextAndRule(
                int line, String column, String text, Rule rule, String reason) {
            assertThat(onLine(read, line).file()).isEqualTo("broken-claims/claims.csv");
            assertTold(read, line, column, text, rule, reason);
        }

        @Test
        void aRaggedRowShowsItsFields() {
            assertThat(onLine(read, 7).rule()).isEqualTo(Rule.ROW_RAGGED);
            assertThat(onLine(read, 7).value()).contains("c07,too,few");
            assertThat(onLine(read, 7).reason()).isEqualTo("Found 3 fields, expected 21.");
        }

        @Test
        void soundRowsBesideThemAreTaken() {
            assertThat(read.claims())
                    .extracting(Claim::id)
                    .containsExactly(
                            "annual-report-2019-20/c02",
                            "annual-report-2019-20/again",
                            "annual-report-2019-20/c29",
                            "annual-report-2019-20/c34");
            assertThat(read.claim("annual-report-2019-20/c29").notes().of(ObservationColumn.CAVEAT))
                    .contains("a \"quoted\" word");
        }

        @Test
        void everyRowIsCounted() {
            assertThat(read.tally())
                    .isEqualTo(new Outcome.Tally("broken-claims/claims.csv", 33, 4, 29, 33, 4, 29, 4, 0, false));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class TablesWithFaults {
        private FolderRead read = emptyRead();

        @BeforeAll
        void readFolder() throws IOException, URISyntaxException {
            read = folder("broken-wide");
        }

        @ParameterizedTest(name = "line {0}: {3}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "8|measure|Dental cheks|ROW_UNMAPPED|Nearest known: 'Dental checks'",
                    "10|measure|Staying put|ROW_DOUBLE|on the lines 10, 11, with different figures",
                    "11|measure|Staying put|ROW_DOUBLE|on the lines 10, 11, with different figures",
                    "4|2019|12.5|VALUE_NOT_WHOLE|a whole number",
                })
        void eachFaultIsToldWithItsLineColumnTextAndRule(
                int line, String column, String text, Rule rule, String reason) {
            assertTold(read, line, column, text, rule, reason);
        }

        @Test
        void twoFaultsOfOneRowAreBothTold() {
            assertThat(read.rejections())
                    .filteredOn(rejection -> rejection.line() == 3)
                    .extracting(Rejection::rule)
                    .containsExactly(Rule.VALUE_NOT_A_NUMBER, Rule.CODE_UNKNOWN);
        }

        @Test
        void aListedRowThatIsNotThereIsReported() {
            assertThat(onLine(read, 0).reason())
                    .isEqualTo("extract.yaml lists the row 'Not in the file', which the file has not.");
        }

        @Test
        void aSymbolBesideARefusedCellIsTaken() {
            Claim claim = read.claim("annual-report-2019-20/table/adopters_approved_count/E10000018/FY2019-20");

            assertThat(claim.status()).isEqualTo(ObsStatus.NOT_AVAILABLE);
        }

        @Test
        void aPercentageThatDisagreesIsTakenWithANote() {
            assertThat(read.claim("annual-report-2019-20/table/dental_check_pct/E10000018/2020-03-31")
                            .qualityNote())
                    .contains("printed 88.6%, but 402 of 459 is 87.6%");
        }

        @Test
        void everyRowAndCellIsCounted() {
            assertThat(read.tally())
                    .isEqualTo(new Outcome.Tally("broken-wide/table.csv", 10, 4, 6, 18, 7, 11, 9, 0, false));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OpenDataWithFaults {
        private FolderRead read = emptyRead();

        @BeforeAll
        void readFolder() throws IOException, URISyntaxException {
            read = folder("broken-tidy");
        }

        @ParameterizedTest(name = "line {0}: {3}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "4|gender|Gilrs|MEMBER_UNKNOWN|Nearest known: 'Girls'",
                    "5|time_period|201918|PERIOD_WRONG|expected '2019-20'",
                    "6|time_period|202021|PERIOD_WRONG|has no first and last day that all years share",
                    "7|region_code|E12000044|AREA_UNKNOWN|Nearest known: 'East Midlands'",
                    "8|geographic_level|Ward|CODE_UNKNOWN|expected National, Regional or Local authority",
                    "9|placements_3plus_pct|240|VALUE_OUT_OF_RANGE|a share of 0 to 100",
                    "10|cic_count|~|VALUE_NOT_A_NUMBER|Found '~'",
                })
        void eachFaultIsToldWithItsLineColumnTextAndRule(
                int line, String column, String text, Rule rule, String reason) {
            assertTold(read, line, column, text, rule, reason);
        }

        @Test
        void aRowThatStandsTwiceWithOtherFiguresIsRefusedTwice() {
            assertThat(onLine(read, 11).rule()).isEqualTo(Rule.CLAIM_DOUBLE);
            assertThat(onLine(read, 12).rule()).isEqualTo(Rule.CLAIM_DOUBLE);
        }

        @Test
        void symbolsFiltersAndTheTotalAreUnderstood() {
            String table = "dfe-looked-after-2025/open-data/";

            assertThat(read.claim(table + "placements_3plus_pct/E10000018/2025-03-31")
                            .status())
                    .isEqualTo(ObsStatus.CONFIDENTIAL);
            assertThat(read.claim(table + "placements_3plus_pct/E10000018/2025-03-31/sex=male")
                            .status())
                    .isEqualTo(ObsStatus.LOW);
        }

        @Test
        void soundCellsOfARowWithARefusedCellAreTaken() {
            assertThat(read.claims())
                    .extracting(Claim::id)
                    .contains(
                            "dfe-looked-after-2025/open-data/cic_count/E92000001/2024-03-31",
                            "dfe-looked-after-2025/open-data/placements_3plus_pct/E92000001/2023-03-31");
            assertThat(read.tally())
                    .isEqualTo(new Outcome.Tally("broken-tidy/open-data.csv", 12, 3, 9, 23, 7, 16, 7, 0, false));
        }
    }

    @Test
    void neighboursWithFaultsAreRefusedAndTheSoundOneTaken() throws IOException, URISyntaxException {
        FolderRead read = folder("broken-neighbours");

        assertThat(onLine(read, 3).rule()).isEqualTo(Rule.VALUE_NOT_A_NUMBER);
        assertThat(onLine(read, 4).rule()).isEqualTo(Rule.AREA_UNKNOWN);
        assertThat(onLine(read, 5).rule()).isEqualTo(Rule.VALUE_MISSING);
        assertThat(read.neighbours()).extracting(Outcome.Neighbour::neighbourId).containsExactly("E10000013");
    }

    @Test
    void aFaultInTheMappingOfOneFileLeavesTheOthers() throws IOException, URISyntaxException {
        FolderRead read = folder("broken-mapping");

        assertThat(read.mapping().refusedFiles())
                .containsExactlyInAnyOrder(
                        "broken-mapping/typo.csv",
                        "broken-mapping/unknown-layout.csv",
                        "broken-mapping/unknown-words.csv",
                        "broken-mapping/unknown-source.csv",
                        "broken-mapping/gaps.csv");
        assertThat(read.claims()).extracting(Claim::id).containsExactly("annual-report-2019-20/c02");
    }

    private static FolderRead folder(String name) throws IOException, URISyntaxException {
        return FolderRead.of(
                Path.of(Objects.requireNonNull(BrokenDeliveriesTest.class.getResource("/deliveries/" + name))
                        .toURI()));
    }

    private static FolderRead emptyRead() {
        return FolderRead.nothing();
    }

    private static void assertTold(FolderRead read, int line, String column, String text, Rule rule, String reason) {
        Rejection rejection = onLine(read, line);

        assertThat(rejection.column()).contains(column);
        assertThat(rejection.value()).contains(text);
        assertThat(rejection.rule()).isEqualTo(rule);
        assertThat(rejection.reason()).contains(reason);
    }

    private static Rejection onLine(FolderRead read, int line) {
        List<Rejection> there = read.rejections().stream()
                .filter(rejection -> rejection.line() == line)
                .toList();
        assertThat(there).as("rejections on line " + line).hasSize(1);
        return there.get(0);
    }
}
