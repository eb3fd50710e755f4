package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scales, signs, marks, and figures that cannot be what they seem. */
class PrintedNumbersTest {
    private static final String SOURCE = """
            sources:
              - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT,
                 definitionsAs: dfe-looked-after-2025}
            indicators:
              - {id: spend, title: Spending, plainEnglish: What was spent., topic: placement, unit: GBP, measure: FLOW,
                 timing: PERIOD, definitions: [{id: net, text: Net spending., sources: {s: net}}]}
            """;

    private static String wide(String header, String keys) {
        return SOURCE + """
                files:
                  - file: t.csv
                    layout: wide
                    area: E10000018
                    %s
                    columns:
                      - {header: Item, is: label}
                      - {header: "%s", period: FY2019-20}
                    rows:
                      - {label: Placements, indicator: spend, definition: net}
                """.formatted(keys, header);
    }

    private static List<String> problems(String yaml) {
        return DeliveryReader.read("d", yaml, CatalogueReader.builtIn()).rejections().stream()
                .map(Rejection::reason)
                .toList();
    }

    @Nested
    class Scales {
        @Test
        void thousandsAreMultipliedAndKeepThePrecisionOfThePrint() throws IOException {
            FolderRead read = FolderRead.of(
                    wide("2019-20 £000", "scale: thousand"), "Item,2019-20 £000\nPlacements,\"80,914\"\n");

            assertThat(read.claims().get(0).value().orElseThrow().toPlainString())
                    .isEqualTo("80914000");
            assertThat(read.claims().get(0).value().orElseThrow().scale()).isEqualTo(-3);
        }

        @Test
        void wordsForThousandsAndMillionsAreKnown() {
            for (String header : List.of(
                    "Budget (£'000)", "Budget £k", "Budget (thousands)", "Budget (m)", "Budget GBP m", "£ millions")) {
                assertThat(problems(wide(header, ""))).as(header).hasSize(1);
            }
        }

        @Test
        void thousandsInTheTitleOrTheNotesAreNotOverlooked() throws IOException {
            String table = "Item,2019-20\nPlacements,12\n";

            FolderRead title = FolderRead.of(wide("2019-20", "skip: 1"), "Budget monitoring (£000),\n" + table);
            FolderRead note = FolderRead.of(wide("2019-20", "until: All"), table + "All figures in £ thousands\n");
            FolderRead scaled = FolderRead.of(
                    wide("2019-20", "skip: 1\n    scale: thousand"), "Budget monitoring (£000),\n" + table);

            assertThat(title.claims()).isEmpty();
            assertThat(note.claims()).isEmpty();
            assertThat(scaled.claims().get(0).value().orElseThrow().toPlainString())
                    .isEqualTo("12000");
        }

        private static final String TIDY = """
                files:
                  - file: t.csv
                    layout: tidy
                    area: E10000018
                    period: FY2019-20
                    indicators: {%s: {indicator: spend, definition: net}}
                    ignore: "*"
                    %s
                """;
        private static final String LONG = """
                files:
                  - file: t.csv
                    layout: long
                    area: E10000018
                    period: FY2019-20
                    year: FINANCIAL_YEAR
                    definition: net
                    columns: {value: %s}
                    measures: {x: spend}
                    ignore: "*"
                    %s
                """;
        private static final String UNTIL = "until: All";
        private static final String SKIP = "skip: 1";

        /** Each place in which a table can say so, in both layouts of one value a column; wide tables have their own tests. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "Spending (£m) | Spending (£m) | ''",
                    "Value | Unit,Value | £000,12",
                    "Value | Measure,Value | Net spending (thousands),12",
                    "Value | GBP m,Value | x,12",
                })
        void tidyAndLongTablesInThousandsAreRefused(String value, String header, String row) throws IOException {
            String csv = header + "\n" + (row.equals("''") ? "12" : row) + "\n";

            refusedUnlessScaled(LONG, value, "", csv);
            if (!value.contains("£")) {
                refusedUnlessScaled(TIDY, value, "", csv);
            }
        }

        @Test
        void titlesAndNotesOfTidyAndLongTablesAreNotOverlooked() throws IOException {
            for (String layout : List.of(TIDY, LONG)) {
                refusedUnlessScaled(layout, "Value", SKIP, "Budget monitoring (£'000),\nItem,Value\nx,12\n");
                refusedUnlessScaled(layout, "Value", UNTIL, "Item,Value\nx,12\nAll figures in £ thousands,\n");
            }
        }

        @Test
        void aTidyHeadingInMillionsIsRefusedWithItsMapping() {
            assertThat(problems(SOURCE + TIDY.formatted("\"Spending (£m)\"", "")))
                    .singleElement()
                    .asString()
                    .contains("Say 'scale: thousand'");
        }

        private static void refusedUnlessScaled(String layout, String value, String keys, String csv)
                throws IOException {
            String column = '"' + value + '"';
            FolderRead unsaid = FolderRead.of(SOURCE + layout.formatted(column, keys), csv);
            FolderRead said = FolderRead.of(SOURCE + layout.formatted(column, keys + "\n    scale: thousand"), csv);

            assertThat(unsaid.claims()).as(csv).isEmpty();
            assertThat(unsaid.rejections()).extracting(Rejection::rule).as(csv).contains(Rule.SCALE_UNCLEAR);
            assertThat(said.claims().get(0).value().orElseThrow()).isEqualByComparingTo("12000");
        }

        @ParameterizedTest
        @CsvSource({
            "cic_count, Unit, Thousands",
            "cic_count, Unit, %",
            "cic_count, UNIT_MULT, 3",
            "spend, UNIT_MULT, 6",
            "cic_rate_per_10k, PowerCode Code, 3",
            "cic_rate_per_10k, Unit of measure, 'Rate per 1,000'",
            "health_assessment_pct, Units, Number",
        })
        void aColumnOfUnitsOrMultipliersIsNotOverlooked(String indicator, String header, String unit)
                throws IOException {
            String yaml = SOURCE + LONG.formatted("V", "").replace("x: spend", "x: " + indicator);
            String definitionInUse = indicator.equals("spend") ? yaml : yaml.replace("    definition: net\n", "");
            String csv = "V," + header + "\n12,\"" + unit + "\"\n";

            assertThat(FolderRead.of(definitionInUse, csv).rejections())
                    .extracting(Rejection::rule)
                    .containsExactly(Rule.SCALE_UNCLEAR);
            assertThat(FolderRead.of(definitionInUse + "    scale: 1\n", csv).claims())
                    .hasSize(1);
            assertThat(FolderRead.of(definitionInUse, "V," + header + "\n12,0\n")
                            .claims())
                    .hasSize(1);
        }

        @Test
        void aNumberThatIsTooLargeIsReportedAsItIsPrinted() throws IOException {
            for (String layout : List.of(TIDY, LONG)) {
                FolderRead read = FolderRead.of(SOURCE + layout.formatted("Value", ""), "Value\n£1234567890123\n");

                assertThat(read.claims()).as(layout).isEmpty();
                assertThat(read.rejections()).as(layout).singleElement().satisfies(one -> {
                    assertThat(one.rule()).isEqualTo(Rule.VALUE_OUT_OF_RANGE);
                    assertThat(one.value()).contains("£1234567890123");
                });
            }
        }

        @Test
        void aSectionOrAColumnOfUnitsInAWideTableIsNotOverlooked() throws IOException {
            String heading =
                    wide("2019-20", "").replace("    rows:\n", "    rows:\n      - {label: In £000, heading: true}\n");
            String units =
                    wide("2019-20", "").replace("is: label}\n", "is: label}\n      - {header: Unit, is: ignore}\n");

            assertThat(FolderRead.of(heading, "Item,2019-20\nIn £000,\nPlacements,12\n")
                            .claims())
                    .isEmpty();
            assertThat(FolderRead.of(units, "Item,Unit,2019-20\nPlacements,£m,12\n")
                            .claims())
                    .isEmpty();
            assertThat(FolderRead.of(units, "Item,Unit,2019-20\nPlacements,£,12\n")
                            .claims())
                    .hasSize(1);
        }

        @Test
        void aHeadingInThousandsThatNobodyExplainsIsRefused() {
            assertThat(problems(wide("2019-20 £000", "")))
                    .singleElement()
                    .asString()
                    .contains("Say 'scale: thousand'");
            assertThat(problems(wide("Budget £m", ""))).hasSize(1);
            assertThat(problems(wide("Budget £m", "scale: 1"))).isEmpty();
        }

        @Test
        void aCellInMillionsThatNobodyExplainsIsRefused() throws IOException {
            assertThat(problems(wide("2019-20", "cell: \"£{value}m\"")))
                    .singleElement()
                    .asString()
                    .contains("millions");
            assertThat(FolderRead.of(
                                    wide("2019-20", "cell: \"£{value}m\"\n    scale: million"),
                                    "Item,2019-20\nPlacements,£80.9m\n")
                            .claims()
                            .get(0)
                            .value()
                            .orElseThrow()
                            .toPlainString())
                    .isEqualTo("80900000");
        }

        @Test
        void sharesOfOneAreNotTakenForPercentages() throws IOException {
            String yaml = SOURCE + """
                    files:
                      - file: t.csv
                        layout: wide
                        label: period
                        area: E10000018
                        indicator: placements_3plus_pct
                        columns:
                          - {header: Day, is: label}
                          - {header: Share}
                    """;
            String csv = "Day,Share\n2017-03-31,0.09\n2018-03-31,0.1\n2019-03-31,0.12\n";

            FolderRead refused = FolderRead.of(yaml, csv);
            FolderRead scaled = FolderRead.of(yaml.replace("label: period", "label: period\n    scale: 100"), csv);

            assertThat(refused.rejections())
                    .extracting(Rejection::rule)
                    .containsOnly(Rule.SCALE_UNCLEAR)
                    .hasSize(3);
            assertThat(scaled.values()).containsExactly("9", "10", "12");
        }
    }

    @Nested
    class SignsAndMarks {
        @Test
        void bracketsAreNegativeWhereTheMappingSaysSo() throws IOException {
            String csv = "Item,2019-20\nPlacements,\"(1,234)\"\n";

            assertThat(FolderRead.of(wide("2019-20", ""), csv).rejections()).hasSize(1);
            assertThat(FolderRead.of(wide("2019-20", "negative: brackets"), csv)
                            .claims()
                            .get(0)
                            .value()
                            .orElseThrow()
                            .toPlainString())
                    .isEqualTo("-1234");
        }

        @ParameterizedTest
        @CsvSource({
            "£(45), -45",
            "(£45), -45",
            "£ (45), -45",
            "–45, -45",
            "–£45, -45",
            "£–45, -45",
            "£ 45, 45",
            "-, 0",
            "£-, 0",
            "Nil, 0",
        })
        void negativesAndZerosOfBudgetTablesAreRead(String printed, String value) throws IOException {
            FolderRead read = FolderRead.of(
                    wide("2019-20", "negative: brackets\n    zero: [\"-\", £-, nil]"),
                    "Item,2019-20\nPlacements," + printed + "\n");

            assertThat(read.values()).as("%s", read.rejections()).containsExactly(value);
            assertThat(read.claims().get(0).notes().of(ObservationColumn.BAND)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"45 %, 45", "(4.5)%, -4.5", "(4.5%), -4.5", "–4.5%, -4.5"})
        void percentagesMayHaveASpaceOrBrackets(String printed, String value) throws IOException {
            String yaml = wide("2019-20", "negative: brackets").replace("unit: GBP", "unit: PERCENTAGE_POINT");

            assertThat(FolderRead.of(yaml, "Item,2019-20\nPlacements," + printed + "\n")
                            .values())
                    .containsExactly(value);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "45%|the measure is a percentage",
                    "£12.3m|cell: \"£{value}m\"",
                    "12,346k|'k' is worth",
                    "(45)|negative: brackets",
                    "12,5|Commas are read only between thousands",
                    "1 020|Thousands are separated by commas",
                    "<5|{\"<5\": LOW}",
                    "over 50|under 'symbols'",
                    "12*|'*' is a mark",
                    "12 (p)|'(p)' is a mark",
                    "-|under 'zero'",
                    "1:10|'h:mm as minutes'",
                    "Requires improvement to be good|grades under 'grades'",
                })
        void aRefusedNumberSaysWhatToDo(String printed, String advice) throws IOException {
            FolderRead read = FolderRead.of(wide("2019-20", ""), "Item,2019-20\nPlacements,\"" + printed + "\"\n");

            assertThat(read.rejections()).singleElement().satisfies(one -> assertThat(one.reason())
                    .contains("'" + printed + "'", advice));
        }

        @Test
        void aPatternThatWouldLoseASignIsRefused() {
            for (String cell : List.of("({value})", "<{value}", "-{value}", "{value}*")) {
                assertThat(problems(wide("2019-20", "cell: \"" + cell + "\"")))
                        .as(cell)
                        .hasSize(1);
            }
        }

        @Test
        void aMarkThatChangesTheNumberIsNone() {
            for (String mark : List.of("-", "\u2212", "%", "(", "£", "<", "m", "k")) {
                assertThat(problems(wide("2019-20", "marks: {\"" + mark + "\": \"\"}")))
                        .as(mark)
                        .hasSize(1);
            }
        }

        @Test
        void aSignBeforeThePoundIsThatOfTheNumber() throws IOException {
            for (String cell : List.of("-£1,234", "\u2212£1,234", "£-1,234", "(£1,234)", "£(1,234)")) {
                FolderRead read = FolderRead.of(
                        wide("2019-20", "negative: brackets\n    cell: '£{value}'"),
                        "Item,2019-20\nPlacements,\"" + cell + "\"\n");

                assertThat(read.claims().get(0).value().orElseThrow().toPlainString())
                        .as(cell)
                        .isEqualTo("-1234");
            }
        }

        @Test
        void theSignOfAnotherUnitIsRefused() throws IOException {
            FolderRead read = FolderRead.of(wide("2019-20", "cell: '{value}%'"), "Item,2019-20\nPlacements,12%\n");

            assertThat(read.claims()).isEmpty();
            assertThat(read.rejections().get(0).reason())
                    .isEqualTo("The cell prints '%', and the unit of 'spend' is GBP. Name an indicator in per cent.");
        }

        @Test
        void marksAreTakenOffAndSaid() throws IOException {
            String csv = "Item,2019-20\nPlacements,1234*¹\n";

            FolderRead read = FolderRead.of(wide("2019-20", "marks: {\"*\": Provisional, ¹: Excludes fees}"), csv);

            assertThat(FolderRead.of(wide("2019-20", ""), csv).rejections()).hasSize(1);
            assertThat(read.claims().get(0).value().orElseThrow().toPlainString())
                    .isEqualTo("1234");
            assertThat(read.claims().get(0).notes().of(ObservationColumn.CAVEAT))
                    .contains("Excludes fees; Provisional");
        }
    }

    @Nested
    class OpenData {
        private static final String HEADER =
                "time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,la_name,number,note\n";

        private FolderRead read(String rows) throws IOException {
            return FolderRead.of(SOURCE + """
                            files:
                              - file: t.csv
                                layout: tidy
                                indicators: {number: cic_count}
                                ignore: [note]
                            """, HEADER + rows);
        }

        @Test
        void rowsThatAgreeInAllThatIsUsedCountAsOne() throws IOException {
            FolderRead read = read("""
                    2020,Reporting year,National,E92000001,England,,,"80,000",first
                    2020,Reporting year,National,E92000001,England,,,80000,second
                    """);

            assertThat(read.claims()).hasSize(1);
            assertThat(read.rejections()).extracting(Rejection::rule).containsExactly(Rule.LEFT_OUT);
        }

        @Test
        void aCodeAndANameOfTwoAreasAreRefused() throws IOException {
            FolderRead read =
                    read("2020,Reporting year,Local authority,E92000001,England,E10000018,Warwickshire,600,x\n");

            assertThat(read.claims()).isEmpty();
            assertThat(read.rejections()).singleElement().satisfies(one -> assertThat(one.reason())
                    .contains("is of Leicestershire", "'Warwickshire'"));
        }

        @Test
        void aFigureOfWhatHadNotBegunIsRefused() throws IOException {
            FolderRead read = read("2025,Reporting year,National,E92000001,England,,,80000,x\n");

            assertThat(read.claims()).isEmpty();
            assertThat(read.rejections().get(0).reason()).contains("begins after 's' was published");
        }
    }
}
