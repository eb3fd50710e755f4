package careledger.schema.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.period.TimePeriod;
import careledger.schema.problem.Rejection;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that says another thing than the words printed with the figures is refused; every other is not. */
class PrintedWordsTest {
    private static final String TABLE = """
            sources:
              - {id: report, title: T, publisher: P, publishedOn: 2026-07-31, authority: COUNCIL_REPORT}
            indicators:
              - {id: many, title: Many, plainEnglish: How many there were., unit: COUNT, measure: FLOW, timing: PERIOD,
                 definitions: [{id: own, text: Own., sources: {report: many}}]}
              - {id: share, title: Share, plainEnglish: What share there was., unit: PERCENT, measure: COHORT, timing: PERIOD,
                 definitions: [{id: own, text: Own., sources: {report: share}}]}
              - {id: rate, title: Rate, plainEnglish: What rate there was., unit: RATE_PER_10K, measure: FLOW, timing: PERIOD,
                 definitions: [{id: own, text: Own., sources: {report: rate}}]}
              - {id: wait, title: Wait, plainEnglish: How long they waited., unit: DAYS, measure: COHORT, timing: PERIOD,
                 definitions: [{id: own, text: Own., sources: {report: wait}}]}
            files:
              - file: t.csv
                layout: wide
                area: E10000018
                columns:
                  - {header: Item, is: label}
                  - {%s}
                rows:
                  - {%s}
            """;

    private static List<String> problems(String column, String row) {
        return DeliveryReader.read("d", TABLE.formatted(column, row), CatalogueReader.builtIn()).rejections().stream()
                .map(Rejection::reason)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2024/25, FY2023-24",
        "2024-25, 2023-03-31",
        "2024–2025, FY2025-26",
        "24/25, FY2023-24",
        "2024, FY2022-23",
        "At 31 March 2024, 2025-03-31",
        "2022/23 and 2023/24, FY2024-25",
        "2024/25 Q1, FY2023-24-Q1",
        "Budget 2024/5, FY2023-24",
        "2021 to 2023, CY2024",
    })
    void yearsOfAnotherPeriodAreFound(String words, String period) {
        assertThat(PrintedWords.period(words, TimePeriod.parse(period)))
                .hasValueSatisfying(problem -> assertThat(problem).contains(period, "periodNote"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024/25, FY2024-25",
        "Change since 2020, FY2024-25",
        "Change (against 2022/23), FY2024-25",
        "Concerns (Working Together 2018), FY2022-23",
        "Orders under the Children Act 1989, FY2022-23",
        "Per cent change on 2021, 2024-03-31",
        "2024/25, AY2024-25",
        "2024-25, 2025-03-31",
        "2024-25, FY2024-25-Q3",
        "2024/25, CY2025",
        "24/25 outturn, FY2024-25",
        "98/99, FY1998-99",
        "2024, FY2024-25",
        "2024, FY2023-24",
        "31 March 2024, 2024-03-31",
        "2022/23 to 2024/25, 2022-04-01..2025-03-31",
        "2022-24, 2022-01-01..2024-12-31",
        "2024 (2023 in brackets), FY2022-23",
        "Children aged 16/17, FY2022-23",
        "17/18 year olds, FY2022-23",
        "1999/00, FY1999-00",
        "'Score of 2,024', FY2022-23",
        "Cost over £2000, FY2022-23",
        "Number of children, FY2022-23",
    })
    void yearsOfThePeriodAndOtherNumbersAreNotInTheWay(String words, String period) {
        assertThat(PrintedWords.period(words, TimePeriod.parse(period))).isEmpty();
    }

    @Nested
    class InAWideTable {
        @Test
        void lastYearsPeriodUnderThisYearsHeadingIsRefusedUnlessItIsExplained() {
            assertThat(problems("header: 2024/25, period: FY2023-24", "label: Many, indicator: many"))
                    .singleElement()
                    .asString()
                    .contains("'2024/25' names 2024/25, and its period is FY2023-24");
            assertThat(problems(
                            "header: 2024/25, period: FY2023-24, periodNote: the heading is a misprint",
                            "label: Many, indicator: many"))
                    .isEmpty();
            assertThat(problems("header: Number", "label: Starts in 2024/25, indicator: many, period: FY2023-24"))
                    .singleElement()
                    .asString()
                    .contains("FY2023-24");
        }

        @Test
        void theColumnOfAnotherAreaIsRefused() {
            assertThat(problems("header: England, period: FY2024-25", "label: Many, indicator: many"))
                    .singleElement()
                    .asString()
                    .contains("'England' is the name of E92000001", "Leicestershire", "'area: E92000001'");
            assertThat(problems("header: England, period: FY2024-25, area: England", "label: Many, indicator: many"))
                    .isEmpty();
            assertThat(problems("header: 2024/25, period: FY2024-25", "label: East Midlands, indicator: many"))
                    .hasSize(1);
        }

        @Test
        void theNameOfAnotherMemberIsRefused() {
            assertThat(problems(
                            "header: 2024/25, period: FY2024-25",
                            "label: Girls, indicator: many, breakdown: {sex: male}"))
                    .singleElement()
                    .asString()
                    .contains("'Girls' is the name of 'female' of 'sex', and the mapping says 'male'");
            assertThat(problems(
                            "header: Boys, period: FY2024-25, breakdown: {sex: female}",
                            "label: Many, indicator: many"))
                    .hasSize(1);
            assertThat(problems(
                            "header: Girls, period: FY2024-25, breakdown: {sex: female}",
                            "label: Many, indicator: many"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "% who left, many, a percentage",
            "Percentage who left, wait, a percentage",
            "Number who left, share, a number",
            "'Rate per 10,000', many, 'a rate for every 10,000'",
            "'Rate per 1,000', rate, 'a rate for every 1,000'",
            "'Rate per 100,000', rate, 'a rate for every 100,000'",
            "Wait (£), many, in pounds",
            "Average wait in weeks, wait, in weeks",
            "Children (thousands), many, in thousands",
            "'Children (000s)', many, in thousands",
        })
        void theLabelOfAnotherUnitIsRefusedUntilTheScaleIsSaid(String label, String indicator, String said) {
            String column = "header: 2024/25, period: FY2024-25";

            assertThat(problems(column, "label: \"" + label + "\", indicator: " + indicator))
                    .singleElement()
                    .asString()
                    .contains(label, said);
            assertThat(problems(column, "label: \"" + label + "\", scale: 1, indicator: " + indicator))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "Number and % who left, many",
            "Share of the number who left, share",
            "'Number for every 10,000 children, per 10,000', rate",
            "Average days in the last 6 months, wait",
            "Wait in the twelve months to March, wait",
            "Thousands of children came, many",
        })
        void aLabelThatMayMeanItIsNotInTheWay(String label, String indicator) {
            assertThat(problems(
                            "header: 2024/25, period: FY2024-25", "label: \"" + label + "\", indicator: " + indicator))
                    .isEmpty();
        }

        @Test
        void theLabelOfACountBesideItsPercentageIsNotInTheWay() {
            assertThat(
                            problems(
                                    "header: No., name: count, period: FY2024-25, cell: \"{count}\"}\n      - {header: \"%\", period: FY2024-25, beside: count, cell: \"{percent}%\"",
                                    "label: \"% who left\", figures: {count: many, percent: {indicator: share, numerator: beside}}"))
                    .isEmpty();
        }
    }
}
