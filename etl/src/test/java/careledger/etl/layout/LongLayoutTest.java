package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.MappingText;
import careledger.schema.observation.Claim;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongLayoutTest {
    private static final String SOURCE = """
        sources:
          - id: lait-2026-10
            title: Local Authority Interactive Tool, October 2026
            publisher: Department for Education
            publishedOn: 2026-10-31
            authority: OFFICIAL_STATISTICS
            definitionsAs: dfe-looked-after-2025
        """;
    private static final String LAIT = SOURCE + """
        files:
          - file: lait.csv
            layout: long
            columns: {measure: Short Desc, areaName: LA and Regions, period: Years, value: Values}
            ignore: [Data item, LA Number, Region]
            measures: lait.measures.csv
            periods:
              (OT): Outturn
              (Rev): Revised
              (prov): {valueKind: PROVISIONAL, note: Provisional}
            symbols: {"-": NOT_AVAILABLE}
        """;
    private static final String MEASURES = """
        code,indicator,breakdown,decimals,year
        LAC,cic_rate_per_10k,,1,FINANCIAL_YEAR
        LACFinance,cic_weekly_cost_gbp,,0,FINANCIAL_YEAR
        "%_of LAC, Adopted",adopted_share_of_exits_pct,,1,FINANCIAL_YEAR
        LAC_Over_Abs,cic_overall_absence_pct,,2,ACADEMIC_YEAR
        LAC_Foster_Placements,cic_share_pct,placement_type=Foster placements,1,FINANCIAL_YEAR
        """;
    private static final String HEADER = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n";

    @Nested
    class Values {
        @Test
        void noiseOfABinaryFloatIsRoundedAwayAndTheTextKept() throws IOException {
            Claim claim = only("LAC,,2016,Kent,49.399999999999999,886,South East");

            assertThat(claim.value()).contains(new BigDecimal("49.4"));
            assertThat(claim.sourceText()).isEqualTo("49.399999999999999");
            assertThat(claim.area()).isEqualTo("E10000016");
            assertThat(claim.period().id()).isEqualTo("2016-03-31");
            assertThat(claim.notes().of(ObservationColumn.PERIOD_PRINTED)).contains("2016");
        }

        @ParameterizedTest
        @CsvSource({"22/23, 2023-03-31", "98–99, 1999-03-31", "99/00, 2000-03-31"})
        void yearsMayBePrintedWithTwoDigitsEach(String printed, String day) throws IOException {
            assertThat(only("LAC,," + printed + ",Kent,49,886,South East")
                            .period()
                            .id())
                    .isEqualTo(day);
        }

        @Test
        void exponentIsANumber() throws IOException {
            assertThat(only("LACFinance,,2024-25 (OT),Kent,1e+03,886,South East")
                            .value())
                    .contains(new BigDecimal("1000"));
        }

        @Test
        void dashIsOneStatusAndNoValue() throws IOException {
            Claim claim = only("LAC,,2016,Rutland,-,857,East Midlands");

            assertThat(claim.status()).isEqualTo(ObsStatus.NOT_AVAILABLE);
            assertThat(claim.value()).isEmpty();
        }

        @Test
        void codeMayStandForAMemberOfABreakdown() throws IOException {
            Claim claim = only("LAC_Foster_Placements,,2024,Kent,67,886,South East");

            assertThat(claim.indicator()).isEqualTo("cic_share_pct");
            assertThat(claim.breakdown().id()).isEqualTo("placement_type=foster_placements");
        }

        @Test
        void wordIsRefusedWithItsLine() throws IOException {
            assertThat(refused("LAC,,2016,Kent,many,886,South East"))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.rule()).isEqualTo(Rule.VALUE_NOT_A_NUMBER);
                        assertThat(one.line()).isEqualTo(2);
                    });
        }
    }

    @Nested
    class Periods {
        /** The tool was published on 31 October 2026. */
        @Test
        void figureOfAYearThatHasNotBegunIsRefused() throws IOException {
            assertThat(refused("LACFinance,,2028,Kent,900,886,South East"))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.rule()).isEqualTo(Rule.PERIOD_WRONG);
                        assertThat(one.reason()).contains("begins after 'lait-2026-10' was published on 2026-10-31");
                    });
        }

        @Test
        void figureOfAYearThatIsNotOverIsFlagged() throws IOException {
            assertThat(only("LACFinance,,2027,Kent,900,886,South East").qualityNote())
                    .contains("published on 31 October 2026, before the period ends on 31 March 2027");
            assertThat(only("LACFinance,,2026,Kent,900,886,South East").qualityNote())
                    .isEmpty();
        }

        @Test
        void suffixBecomesANoteOrAKindOfValue() throws IOException {
            Claim outturn = only("LACFinance,,2016-17 (OT),Kent,900,886,South East");
            Claim provisional = only("LAC_Over_Abs,,2025 (prov),Kent,8.1,886,South East");

            assertThat(outturn.period().id()).isEqualTo("FY2016-17");
            assertThat(outturn.notes().of(ObservationColumn.PERIOD_NOTE)).contains("Outturn");
            assertThat(outturn.valueKind()).isEqualTo(ValueKind.ACTUAL);
            assertThat(provisional.period().id()).isEqualTo("AY2024-25");
            assertThat(provisional.valueKind()).isEqualTo(ValueKind.PROVISIONAL);
        }

        @Test
        void suffixThatTheMappingDoesNotListIsRefused() throws IOException {
            assertThat(refused("LAC,,2020 (Final),Kent,50,886,South East"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).contains("under 'periods'", "(Final)"));
        }

        @Test
        void severalYearsAreOnePeriod() throws IOException {
            assertThat(only("LACFinance,,2013/14-15/16,Kent,900,886,South East")
                            .period()
                            .id())
                    .isEqualTo("2013-04-01..2016-03-31");
        }

        @Test
        void yearZeroIsRefused() throws IOException {
            assertThat(refused("LAC,,0,Kent,50,886,South East")).singleElement().satisfies(one -> assertThat(one.rule())
                    .isEqualTo(Rule.PERIOD_WRONG));
        }
    }

    @Nested
    class Rows {
        @Test
        void unknownCodeNamesTheNearest() throws IOException {
            assertThat(refused("LACFinanze,,2016-17,Kent,50,886,South East"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).contains("'LACFinanze'", "'LACFinance'"));
        }

        @Test
        void exactRepetitionIsLeftOutAndCounted() throws IOException {
            FolderRead read = read("""
                LAC,,2016,England,60.4,970,NA
                LAC,,2016,England,60.4,970,other
                LAC,,2016,Kent,50,886,South East\
                """);

            assertThat(read.claims()).hasSize(2);
            assertThat(read.rejections()).singleElement().satisfies(one -> {
                assertThat(one.rule()).isEqualTo(Rule.LEFT_OUT);
                assertThat(one.reason()).contains("1 row repeats an earlier row exactly");
            });
            assertThat(read.tally().rowsRead()).isEqualTo(3);
            assertThat(read.tally().rowsRejected()).isEqualTo(1);
        }

        @Test
        void rowsThatContradictEachOtherAreBothRefused() throws IOException {
            FolderRead read = read("LAC,,2016,Kent,50,886,South East\nLAC,,2016,Kent,51,886,South East");

            assertThat(read.claims()).isEmpty();
            assertThat(read.rejections()).extracting(Rejection::rule).containsOnly(Rule.CLAIM_DOUBLE);
        }
    }

    @Nested
    class TablesOfMeasures {
        @Test
        void mistakeNamesTheTableAndTheLine() {
            String measures = MEASURES.replace("cic_overall_absence_pct,,2", "cic_overal_absence_pct,,2");

            assertThat(mistakes(measures)).singleElement().satisfies(one -> {
                assertThat(one.file()).isEqualTo("delivered/lait.measures.csv");
                assertThat(one.line()).isEqualTo(5);
                assertThat(one.reason()).contains("'cic_overal_absence_pct'", "'cic_overall_absence_pct'");
            });
        }

        @Test
        void codesThatMeanTheSameAreRefused() {
            assertThat(mistakes(MEASURES + "LAC2,cic_rate_per_10k,,1,FINANCIAL_YEAR\n"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).contains("'LAC' and 'LAC2' mean the same"));
        }

        @Test
        void yearThatIsNoneIsRefusedWithTheGrammar() {
            assertThat(mistakes(MEASURES.replace("ACADEMIC_YEAR", "SCHOOL_YEAR")))
                    .anySatisfy(one -> assertThat(one.reason()).contains("'SCHOOL_YEAR'", "day MM-DD"));
        }

        @Test
        void tableThatIsNotThereIsReported() {
            assertThat(DeliveryReader.read("delivered", MappingText.of(LAIT), FolderRead.CATALOGUE)
                            .rejections())
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).contains("'lait.measures.csv'"));
        }

        private List<Rejection> mistakes(String measures) {
            return DeliveryReader.read(
                            "delivered",
                            new MappingText(LAIT, Map.of("lait.measures.csv", measures)),
                            FolderRead.CATALOGUE)
                    .rejections();
        }
    }

    @Test
    void fingertipsIsReadWithItsLimitsAndNotes() throws IOException {
        String yaml = SOURCE + """
            files:
              - file: fingertips.csv
                layout: long
                columns:
                  measure: Indicator ID
                  areaCode: Area Code
                  areaName: Area Name
                  period: Time period
                  value: Value
                  count: Count
                  base: Denominator
                  notes: [Value note]
                  limits: {95%: [Lower CI 95.0 limit, Upper CI 95.0 limit]}
                year: FINANCIAL_YEAR
                measures: {811: {indicator: cic_rate_per_10k, decimals: 1}}
                leaveOut: [{column: Area Type, isNot: [England, Counties & UAs], because: Others are no areas here.}]
                ignore: [Indicator Name, Parent Code]
                filters: {Sex: {dimension: sex, total: Persons}}
            """;
        String csv = """
            Indicator ID,Indicator Name,Parent Code,Area Code,Area Name,Area Type,Sex,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note
            811,Children in care,,E92000001,England,England,Persons,2022/23,70.956123,70.5,71.4,83840,11815783,
            811,Children in care,E12000004,E92000001,England,England,Persons,2022/23,70.956123,70.5,71.4,83840,11815783,
            811,Children in care,E12000004,E10000018,Leicestershire,Counties & UAs,Persons,2022/23,48.6,45.1,52.29999999,690,142000,Rounded
            811,Children in care,E10000018,E07000129,Blaby,Districts & UAs,Persons,2022/23,1,1,1,1,1,
            """;

        FolderRead read = FolderRead.of(yaml, csv);

        assertThat(read.rejections()).extracting(Rejection::rule).containsOnly(Rule.LEFT_OUT);
        assertThat(read.claims()).extracting(Claim::area).containsExactly("E92000001", "E10000018");
        assertThat(read.claims().get(0).value()).contains(new BigDecimal("71.0"));
        assertThat(read.claims().get(1).notes().of(ObservationColumn.CAVEAT))
                .contains("Rounded; 95% confidence limits 45.1 to 52.3");
        assertThat(read.claims().get(1).numerator()).contains(new BigDecimal("690"));
    }

    @Test
    void sdmxSaysByItsStatusWhetherThereIsAValue() throws IOException {
        String yaml = SOURCE + """
            files:
              - file: sdmx.csv
                layout: long
                columns: {measure: INDICATOR, areaCode: REF_AREA, period: TIME_PERIOD, value: OBS_VALUE, status: OBS_STATUS}
                ignore: [DATAFLOW, FREQ]
                year: FINANCIAL_YEAR
                measures: {CIC: cic_count}
                statuses: {A: NORMAL, M: NOT_AVAILABLE}
            """;
        String csv = """
            DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS
            X:CARE(1.0),A,E10000018,CIC,2024,690,A
            X:CARE(1.0),A,E06000017,CIC,2024,,M
            """;

        assertThat(FolderRead.of(yaml, csv).claims())
                .extracting(claim -> claim.area() + " " + claim.status() + " "
                        + claim.value().map(BigDecimal::toString).orElse(""))
                .containsExactly("E10000018 NORMAL 690", "E06000017 NOT_AVAILABLE ");
    }

    @Test
    void parquetGivesTheSameAsText(@TempDir Path folder) throws IOException, SQLException {
        Path file = folder.resolve("lait.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute(
                    "copy (select * from (values ('LAC', null, '2016', 'Kent', '49.399999999999999', 886.0::double,"
                            + " 'South East'), ('LAC', null, '2017', 'Rutland', '-', null, null)) t(\"Short Desc\", \"Data"
                            + " item\", \"Years\", \"LA and Regions\", \"Values\", \"LA Number\", \"Region\")) to '"
                            + file
                            + "' (format parquet)");
        }
        MappingText text =
                new MappingText(LAIT.replace("lait.csv", "lait.parquet"), Map.of("lait.measures.csv", MEASURES));

        FolderRead read = FolderRead.of(text, Files.readAllBytes(file));

        assertThat(read.rejections()).isEmpty();
        assertThat(read.claims())
                .extracting(claim -> claim.line() + " " + claim.area() + " " + claim.status())
                .containsExactly("1 E10000016 NORMAL", "2 E06000017 NOT_AVAILABLE");
        assertThat(read.claims().get(0).value()).contains(new BigDecimal("49.4"));
    }

    @Test
    void fileThatIsNoParquetIsRefused() throws IOException {
        MappingText text =
                new MappingText(LAIT.replace("lait.csv", "lait.parquet"), Map.of("lait.measures.csv", MEASURES));

        FolderRead read = FolderRead.of(text, "PAR1 nonsense".getBytes(StandardCharsets.UTF_8));

        assertThat(read.rejections()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("'lait.parquet' is no whole Parquet file"));
    }

    private static FolderRead read(String rows) throws IOException {
        return FolderRead.of(
                new MappingText(LAIT, Map.of("lait.measures.csv", MEASURES)),
                (HEADER + rows + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Claim only(String row) throws IOException {
        FolderRead read = read(row);
        assertThat(read.rejections()).isEmpty();
        return read.claims().get(0);
    }

    private static List<Rejection> refused(String row) throws IOException {
        FolderRead read = read(row);
        assertThat(read.claims()).isEmpty();
        return read.rejections();
    }
}
