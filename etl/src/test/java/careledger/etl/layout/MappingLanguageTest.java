package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables print beside plain numbers, years and one label, each read as the mapping says; expected values are those of the text above them. */
class MappingLanguageTest {
    private static final String SOURCE = """
        sources:
          - id: council-2021
            title: Children's services in figures 2021
            publisher: Leicestershire County Council
            publishedOn: 2021-07-31
            authority: COUNCIL_REPORT
            definitionsAs: dfe-looked-after-2025
        """;

    private static final String ORDERS = """
        indicators:
          - {id: spend_orders, title: Orders of a test, plainEnglish: Orders., topic: placement, unit: COUNT,
             measure: FLOW, timing: PERIOD, definitions: [{id: all, text: All orders., sources: {council-2021: all}}]}
        """;

    private static FolderRead read(String files, String csv) throws IOException {
        return FolderRead.of(SOURCE + files, csv);
    }

    private static List<String> caveats(FolderRead read) {
        return read.claims().stream()
                .map(claim -> claim.notes().of(ObservationColumn.CAVEAT).orElse(""))
                .toList();
    }

    private static List<Rule> rules(FolderRead read) {
        return read.rejections().stream().map(Rejection::rule).toList();
    }

    @Nested
    class OfTidyFiles {
        @Test
        void daysAsPrintedArePeriods() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: tidy
                    columns: {time_period: Date, la_name: Council}
                    constants: {time_identifier: Day, geographic_level: Local authority}
                    indicators: {Number: cic_count}
                """, """
                Date,Council,Number
                23/03/2020,Leicestershire,650
                31 March 2020,Rutland,40
                30–06–2020,Leicestershire,660
                31/02/2020,Leicestershire,3
                """);

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2020-03-23 total ACTUAL 650",
                            "cic_count E06000017 2020-03-31 total ACTUAL 40",
                            "cic_count E10000018 2020-06-30 total ACTUAL 660");
            assertThat(rules(read)).containsExactly(Rule.PERIOD_WRONG);
        }

        @Test
        void yearsMayHaveAnyDashAndLevelsAnyName() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: tidy
                    columns: {time_period: Year, la_name: Council, geographic_level: Level}
                    constants: {time_identifier: Financial year}
                    levels: {CC: Local authority}
                    indicators: {Number: {indicator: cic_count, valueKind: PROVISIONAL}}
                """, """
                Year,Level,Council,Number
                2019–20,CC,Leicestershire,650
                2006/7,County,Rutland,40
                2018\u201119,LA,Rutland,41
                2017—18,Ward,Rutland,42
                2009/0,LA,Rutland,43
                2015-17,LA,Rutland,44
                """);

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2020-03-31 total PROVISIONAL 650",
                            "cic_count E06000017 2007-03-31 total PROVISIONAL 40",
                            "cic_count E06000017 2019-03-31 total PROVISIONAL 41",
                            "cic_count E06000017 2010-03-31 total PROVISIONAL 43");
            assertThat(rules(read)).containsExactly(Rule.CODE_UNKNOWN, Rule.PERIOD_WRONG);
        }

        @Test
        void theIndicatorMayBeInAColumn() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: tidy
                    area: Leicestershire
                    columns: {time_period: Year}
                    constants: {time_identifier: Financial year}
                    indicatorFrom:
                      column: Measure
                      value: Value
                      values:
                        Children in care: cic_count
                        Rate: {indicator: cic_rate_per_10k, limits: {95%: [Low, High]}, notes: [Note]}
                """, """
                Year,Measure,Value,Low,High,Note
                2020,Children in care,650,,,
                2020,Rate,46.5,44.1,48.9,provisional
                2020,Rates,46.5,,,
                """);

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2020-03-31 total ACTUAL 650",
                            "cic_rate_per_10k E10000018 2020-03-31 total ACTUAL 46.5");
            assertThat(caveats(read)).containsExactly("", "provisional; 95% confidence limits 44.1 to 48.9");
            assertThat(read.rejections()).singleElement().satisfies(one -> {
                assertThat(one.rule()).isEqualTo(Rule.INDICATOR_UNKNOWN);
                assertThat(one.line()).isEqualTo(4);
                assertThat(one.reason()).contains("'Rates'", "'Rate'");
            });
        }

        @Test
        void aReportingYearMayEndOnAnotherDay() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: tidy
                    columns: {time_period: Year, la_name: Council}
                    constants: {time_identifier: Reporting year, geographic_level: Local authority}
                    reportingYear: day 09-30
                    indicators: {Number: cic_count}
                """, "Year,Council,Number\n2019,Leicestershire,650\n");

            assertThat(read.figures()).containsExactly("cic_count E10000018 2019-09-30 total ACTUAL 650");
        }

        @ParameterizedTest
        @ValueSource(strings = {"day 09-30", "year to 09-30"})
        void aReportingYearHoldsTheStockOfItsLastDayAndTheFlowOfItsTwelveMonths(String reportingYear)
                throws IOException {
            FolderRead read =
                    read("""
                files:
                  - file: t.csv
                    layout: tidy
                    columns: {time_period: Year, la_name: Council}
                    constants: {time_identifier: Reporting year, geographic_level: Local authority}
                    reportingYear: %s
                    indicators: {Staff: cic_count, Starters: adopted_count}
                """.formatted(reportingYear), "Year,Council,Staff,Starters\n2019,Leicestershire,650,40\n");

            assertThat(read.figures())
                    .containsExactlyInAnyOrder(
                            "cic_count E10000018 2019-09-30 total ACTUAL 650",
                            "adopted_count E10000018 2018-10-01..2019-09-30 total ACTUAL 40");
        }

        @Test
        void anAreaOfTheTableLeavesNoGeographyUnread() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: tidy
                    area: Leicestershire
                    columns: {time_period: Year}
                    constants: {time_identifier: Financial year}
                    indicators: {Number: cic_count}
                """, "Year,la_name,Number\n2019,Rutland,40\n");

            assertThat(rules(read)).containsExactly(Rule.HEADER_WRONG);
        }
    }

    @Nested
    class OfLongFiles {
        @Test
        void ourOwnExportsCanBeReadBack() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: long
                    columns: {measure: indicator, areaCode: area, period: period, value: value, breakdown: breakdown, valueKind: valueKind, status: status}
                    measures: catalogue
                    ignore: "*"
                """, """
                id,indicator,area,period,breakdown,value,status,valueKind,headline
                a,cic_count,E10000018,2020-03-31,total,650,NORMAL,ACTUAL,true
                b,cic_count,E10000018,FY2018-19,sex=female,250,NORMAL,ACTUAL,true
                c,cic_count,E10000018,2021-03-31,total,700,NORMAL,TARGET,true
                d,cic_count,E10000018,2019-03-31,sex=male,,CONFIDENTIAL,ACTUAL,true
                e,nothing,E10000018,2020-03-31,total,1,NORMAL,ACTUAL,true
                """);

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2020-03-31 total ACTUAL 650",
                            "cic_count E10000018 2019-03-31 sex=female ACTUAL 250",
                            "cic_count E10000018 2021-03-31 total TARGET 700",
                            "cic_count E10000018 2019-03-31 sex=male ACTUAL CONFIDENTIAL");
            assertThat(rules(read)).containsExactly(Rule.INDICATOR_UNKNOWN);
        }

        @Test
        void thePeriodMayHoldForTheTableAndMarksMayBeBesideValues() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: long
                    period: FY2019-20
                    columns: {areaName: Area, value: Rate}
                    year: FINANCIAL_YEAR
                    measures: {rate: cic_rate_per_10k}
                    marks: {"*": Provisional}
                """, "Area,Rate\nLeicestershire,46.5*\nRutland,40.1p\n");

            assertThat(read.figures()).containsExactly("cic_rate_per_10k E10000018 2020-03-31 total ACTUAL 46.5");
            assertThat(caveats(read)).containsExactly("Provisional");
            assertThat(rules(read)).containsExactly(Rule.VALUE_NOT_A_NUMBER);
        }
    }

    @Nested
    class OfTablesAsPrinted {
        @Test
        void otherColumnsMaySayWhatARowIsAbout() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: wide
                    symbols: {"": NOT_AVAILABLE}
                    columns:
                      - {header: Council, is: area, fillDown: true}
                      - {header: Gender, is: dimension sex, values: {All: ""}}
                      - {header: Measure, is: indicator, values: {In care: cic_count, Rate: cic_rate_per_10k}}
                      - {header: Kind, is: value-kind, values: {Final: ACTUAL, Prov.: PROVISIONAL}}
                      - {header: Year, is: period, year: FINANCIAL_YEAR}
                      - {header: Value}
                      - {header: Lower 95% CI, is: lower-limit}
                      - {header: Upper 95% CI, is: upper-limit}
                """, """
                Council,Gender,Measure,Kind,Year,Value,Lower 95% CI,Upper 95% CI
                Leicestershire,All,In care,Final,2019–20,650,,
                ,Female,In care,Prov.,2019–20,250,,
                ,All,Rate,Final,2018/9,45.1,44,46.2
                Rutland,All,Rates,Final,2018/9,45.1,44,46.2
                ,Girl's,In care,Final,2018/9,45,,
                """);

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2020-03-31 total ACTUAL 650",
                            "cic_count E10000018 2020-03-31 sex=female PROVISIONAL 250",
                            "cic_rate_per_10k E10000018 2019-03-31 total ACTUAL 45.1");
            assertThat(caveats(read)).containsExactly("", "", "95% confidence limits 44 to 46.2");
            assertThat(rules(read)).containsExactlyInAnyOrder(Rule.INDICATOR_UNKNOWN, Rule.MEMBER_UNKNOWN);
            assertThat(read.tally().rowsAccepted()).isEqualTo(3);
            assertThat(read.tally().rowsRejected()).isEqualTo(2);
        }

        @Test
        void aListedRowSaysWhatABlankCellLeavesOpen() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: wide
                    label: dimension order_type
                    area: E10000018
                    period: FY2019-20
                    indicator: spend_orders
                    columns:
                      - {header: Order, is: label, fillDown: true}
                      - {header: Sex, is: dimension sex}
                      - {header: Number}
                    rows: [{label: Total, breakdown: {}}]
                """ + ORDERS, """
                Order,Sex,Number
                Placement Order,Male,12
                ,Female,15
                Total,,104
                """);

            assertThat(read.figures())
                    .containsExactly(
                            "spend_orders E10000018 FY2019-20 order_type=placement_order;sex=male ACTUAL 12",
                            "spend_orders E10000018 FY2019-20 order_type=placement_order;sex=female ACTUAL 15",
                            "spend_orders E10000018 FY2019-20 total ACTUAL 104");
        }

        @Test
        void periodsInLabelsAreReadAsTheyArePrinted() throws IOException {
            String csv = """
                Period,Number
                Q3 2018/19,1
                2018-19 Q4,2
                Q1 2019\u20132020,3
                Year ending 31 March 2018,4
                y/e March 2017,5
                2015/16,6
                """;
            String files = """
                files:
                  - file: t.csv
                    layout: wide
                    label: period%s
                    area: E10000018
                    indicator: spend_orders
                    columns: [{header: Period, is: label}, {header: Number}]
                """ + ORDERS;

            FolderRead years = read(files.formatted(" FINANCIAL_YEAR"), csv);
            FolderRead byThemselves = read(files.formatted(""), csv);

            assertThat(years.claims())
                    .extracting(claim -> claim.period().id())
                    .containsExactly(
                            "FY2018-19-Q3", "FY2018-19-Q4", "FY2019-20-Q1", "FY2017-18", "FY2016-17", "FY2015-16");
            assertThat(byThemselves.claims())
                    .extracting(claim -> claim.period().id())
                    .containsExactly("FY2018-19-Q3", "FY2018-19-Q4", "FY2019-20-Q1", "FY2017-18", "FY2016-17");
            assertThat(rules(byThemselves)).containsExactly(Rule.PERIOD_WRONG);
        }

        @Test
        void theSignOfTheUnitIsPartOfNoNumber() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: long
                    year: FINANCIAL_YEAR
                    columns: {measure: Measure, period: Period, areaName: Council, value: Value}
                    measures: {a: dental_check_pct, b: {indicator: placement_weekly_cost_gbp, definition: published}, c: spend_orders, d: {indicator: immunisations_pct, scale: 100}}
                """ + ORDERS, """
                Measure,Period,Council,Value
                a,2019/20,Leicestershire,89.6%
                b,2019/20,Leicestershire,-£1234
                c,2019/20,Leicestershire,12%
                d,2019/20,Leicestershire,0.5%
                """);

            assertThat(read.values()).containsExactly("89.6", "-1234");
            assertThat(rules(read)).containsExactly(Rule.VALUE_NOT_A_NUMBER, Rule.VALUE_NOT_A_NUMBER);
        }

        @Test
        void twoLabelColumnsMakeOneLabel() throws IOException {
            FolderRead read =
                    read("""
                files:
                  - file: t.csv
                    layout: wide
                    area: Leicestershire
                    columns:
                      - {header: Group, is: label, fillDown: true}
                      - {header: Measure, is: label}
                      - {header: "2020", period: 2020-03-31}
                    rows:
                      - {label: Boys / Number, indicator: cic_count, breakdown: {sex: male}}
                      - {label: Boys / Rate, indicator: cic_rate_per_10k, breakdown: {sex: male}}
                      - {label: Girls / Number, indicator: cic_count, breakdown: {sex: female}}
                """, "Group,Measure,2020\nBoys,Number,350\n,Rate,50.1\nGirls,Number,300\n,Rate,44\n");

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2020-03-31 sex=male ACTUAL 350",
                            "cic_rate_per_10k E10000018 2020-03-31 sex=male ACTUAL 50.1",
                            "cic_count E10000018 2020-03-31 sex=female ACTUAL 300");
            assertThat(read.rejections()).singleElement().satisfies(one -> assertThat(one.value())
                    .contains("Girls / Rate"));
        }

        @Test
        void rowsOfOneLabelMayDifferInTheirPeriod() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: wide
                    area: Leicestershire
                    columns:
                      - {header: Measure, is: label}
                      - {header: Quarter, is: period, values: {Q1: FY2019-20-Q1, Q2: FY2019-20-Q2}}
                      - {header: Number}
                    rows:
                      - {label: Children in care, indicator: cic_count}
                """, "Measure,Quarter,Number\nChildren in care,Q1,650\nChildren in care,Q2,655\n");

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2019-06-30 total ACTUAL 650",
                            "cic_count E10000018 2019-09-30 total ACTUAL 655");
        }

        @Test
        void eachFigureOfACellMayHaveItsOwnPeriodAndKind() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: wide
                    label: area
                    cell: "{now} ({before}, target {target})"
                    figures:
                      now: {indicator: cic_count, period: 2021-03-31}
                      before: {indicator: cic_count, period: 2020-03-31, valueKind: PREVIOUSLY_REPORTED}
                      target: {indicator: cic_count, period: 2022-03-31, valueKind: TARGET}
                    columns:
                      - {header: Council, is: label}
                      - {header: Children}
                """, "Council,Children\nLeicestershire,\"650 (640, target 600)\"\n");

            assertThat(read.figures())
                    .containsExactly(
                            "cic_count E10000018 2021-03-31 total ACTUAL 650",
                            "cic_count E10000018 2020-03-31 total PREVIOUSLY_REPORTED 640",
                            "cic_count E10000018 2022-03-31 total TARGET 600");
        }

        @Test
        void confidenceLimitsMayBeInTheCellAndYearsInTheLabel() throws IOException {
            FolderRead read = read("""
                files:
                  - file: t.csv
                    layout: wide
                    label: period day 09-30
                    area: Leicestershire
                    indicator: cic_rate_per_10k
                    cell: ["{value} ({lower} to {upper})", "{value}"]
                    columns:
                      - {header: Year, is: label}
                      - {header: Rate}
                """, "Year,Rate\n2019,46.5 (44.1 to 48.9)\n30 September 2018,45\n");

            assertThat(read.figures())
                    .containsExactly(
                            "cic_rate_per_10k E10000018 2019-09-30 total ACTUAL 46.5",
                            "cic_rate_per_10k E10000018 2018-09-30 total ACTUAL 45");
            assertThat(caveats(read)).containsExactly("confidence limits 44.1 to 48.9", "");
        }
    }

    @Nested
    class OfWordsAndClocks {
        private static final String CATALOGUE = """
            indicators:
              - id: inspection_grade_score
                title: Grade of the last inspection
                plainEnglish: How good the inspectors found the service.
                unit: SCORE
                measure: SCORE
                timing: DAY
                definitions: [{id: own, text: Grade., sources: {council-2021: Grade}}]
              - id: call_wait_minutes_mean
                title: Wait on the phone
                plainEnglish: How long callers waited.
                unit: MEAN
                decimals: 1
                measure: SCORE
                timing: PERIOD
                definitions: [{id: own, text: Wait., sources: {council-2021: Wait}}]
            """;

        @Test
        void gradesInWordsAreNumbersAndKeepTheirWord() throws IOException {
            FolderRead read = read(
                    CATALOGUE + """
                files:
                  - file: t.csv
                    layout: wide
                    label: area
                    indicator: inspection_grade_score
                    grades: {Outstanding: 1, Good: 2, Requires improvement: 3, Inadequate: 4}
                    marks: {"*": Monitoring visit since}
                    columns:
                      - {header: Council, is: label}
                      - {header: Sept 2019, period: 2019-09-30}
                """,
                    "Council,Sept 2019\nLeicestershire,Requires improvement *\nRutland,GOOD\nLeicester,Improving\n");

            assertThat(read.figures())
                    .containsExactly(
                            "inspection_grade_score E10000018 2019-09-30 total ACTUAL 3",
                            "inspection_grade_score E06000017 2019-09-30 total ACTUAL 2");
            assertThat(read.claims())
                    .extracting(
                            claim -> claim.notes().of(ObservationColumn.BAND).orElse(""))
                    .containsExactly("Requires improvement", "GOOD");
            assertThat(caveats(read)).containsExactly("Monitoring visit since", "");
            assertThat(rules(read)).containsExactly(Rule.VALUE_NOT_A_NUMBER);
        }

        @Test
        void durationsAreMeasuredAsTheMappingSays() throws IOException {
            FolderRead read =
                    read(CATALOGUE + """
                files:
                  - file: t.csv
                    layout: wide
                    label: period
                    area: Leicestershire
                    indicator: call_wait_minutes_mean
                    duration: h:mm as minutes
                    columns:
                      - {header: Month, is: label}
                      - {header: Wait}
                """, "Month,Wait\n2019-06,01:10\n2019-07,0:05\n2019-08,1:75\n2019-09,12\n");

            assertThat(read.figures())
                    .containsExactly(
                            "call_wait_minutes_mean E10000018 2019-06 total ACTUAL 70",
                            "call_wait_minutes_mean E10000018 2019-07 total ACTUAL 5",
                            "call_wait_minutes_mean E10000018 2019-09 total ACTUAL 12");
            assertThat(rules(read)).containsExactly(Rule.VALUE_NOT_A_NUMBER);
        }
    }
}
