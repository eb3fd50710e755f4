package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.mapping.DeliveryReader;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Text in other encodings and with other delimiters, and tables with more around them than a header and rows. */
class TableShapesTest {
    private static final String TIDY = """
        sources:
          - {id: s, title: T, publisher: P, publishedOn: 2025-07-31, authority: OFFICIAL_STATISTICS,
             definitionsAs: dfe-looked-after-2025}
        files:
          - file: data.csv
            layout: tidy
            %s
            indicators: {number: cic_count}
        """;
    private static final String GEOGRAPHY = "time_period,time_identifier,geographic_level,country_code,country_name,"
            + "new_la_code,la_name,cla_group,characteristic,number\n";

    private static String row(String level, String code, String group, String characteristic, String number) {
        return "2025,Reporting year," + level + ",E92000001,England," + code + ",x," + group + "," + characteristic
                + "," + number + "\n";
    }

    private static FolderRead wide(String keys, byte[] bytes) throws IOException {
        return FolderRead.of("""
            sources:
              - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT}
            files:
              - file: table.csv
                layout: wide
                %s
                area: E10000018
                definition: on_a_day
                columns:
                  - {header: measure, is: label}
                  - {header: "2019", period: 2019-03-31}
                rows:
                  - {label: Children in care – all, indicator: cic_count}
            """.formatted(keys), bytes);
    }

    @Nested
    class Edges {
        @Test
        void spacesThatNobodySeesAreNoPartOfACell() throws IOException {
            String csv = "\u200bmeasure\u00a0,2019\nChildren in care – all\u00a0,\u202f582\u00a0\n\u00a0,\u00a0\n";

            FolderRead read = wide("", csv.getBytes(StandardCharsets.UTF_8));

            assertThat(read.values()).as("%s", read.rejections()).containsExactly("582");
            assertThat(read.rejections()).isEmpty();
        }

        @Test
        void unnamedColumnsAtTheEndAreNoneWhereTheyAreBlank() throws IOException {
            byte[] blank = "measure,2019,,\nChildren in care – all,582,,\n".getBytes(StandardCharsets.UTF_8);
            byte[] filled = "measure,2019,,\nChildren in care – all,582,,99\n".getBytes(StandardCharsets.UTF_8);

            assertThat(wide("", blank).values()).containsExactly("582");
            assertThat(wide("", filled).claims()).isEmpty();
            assertThat(wide("", filled).rejections())
                    .extracting(Rejection::rule)
                    .containsExactly(Rule.ROW_RAGGED);
        }

        @Test
        void unnamedColumnsAtTheEndOfOpenDataAreNoneEither() throws IOException {
            String csv = GEOGRAPHY.strip() + ",,\n"
                    + row("National", "", "all", "all", "80000").strip().replace(",x,", ",,") + ",,\n";

            FolderRead read = FolderRead.of(
                    TIDY.formatted("ignore: [cla_group, characteristic]"), csv.getBytes(StandardCharsets.UTF_8));

            assertThat(read.values()).as("%s", read.rejections()).containsExactly("80000");
        }
    }

    @Nested
    class Encodings {
        private static final String CSV = "measure,2019\nChildren in care – all,582\n";

        @Test
        void windows1252AndUtf16AreReadWhereTheMappingNamesThem() throws IOException {
            assertThat(wide("encoding: windows-1252", CSV.getBytes(Charset.forName("windows-1252")))
                            .claims())
                    .hasSize(1);
            assertThat(wide("encoding: UTF-16", CSV.getBytes(StandardCharsets.UTF_16))
                            .claims())
                    .hasSize(1);
            assertThat(wide("encoding: UTF-16LE", ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_16LE))
                            .claims())
                    .hasSize(1);
        }

        @Test
        void utf16ThatNobodyNamedSaysWhatToWrite() throws IOException {
            assertThat(wide("", CSV.getBytes(StandardCharsets.UTF_16))
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("say 'encoding: UTF-16'");
        }

        @Test
        void utf8ThatIsCalledWindows1252IsNotReadAsSuch() throws IOException {
            assertThat(wide("encoding: windows-1252", ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8))
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("is marked as UTF-8");
        }

        @Test
        void semicolonsAndTabs() throws IOException {
            assertThat(wide("delimiter: semicolon", CSV.replace(',', ';').getBytes(StandardCharsets.UTF_8))
                            .claims())
                    .hasSize(1);
            assertThat(wide("delimiter: tab", CSV.replace(',', '\t').getBytes(StandardCharsets.UTF_8))
                            .claims())
                    .hasSize(1);
        }

        @Test
        void anEncodingThatIsNotKnownNamesTheNearest() {
            String yaml = TIDY.formatted("encoding: windows-1251");

            assertThat(DeliveryReader.read("d", yaml, FolderRead.CATALOGUE)
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("'windows-1251'", "Nearest known: 'windows-1252'");
        }
    }

    @Nested
    class RowsAround {
        @Test
        void aHeaderOfTwoLinesTitlesAndNotes() throws IOException {
            FolderRead read = FolderRead.of("""
                sources:
                  - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT}
                files:
                  - file: table.csv
                    layout: wide
                    skip: 2
                    headerRows: 2
                    until: "Source:"
                    label: area
                    indicator: cic_count
                    definition: on_a_day
                    columns:
                      - {header: Area, is: label}
                      - {header: 31 March / 2019, period: 2019-03-31}
                      - {header: 31 March / 2020, period: 2020-03-31}
                """, """
                Children in care,,
                Thousands of words,,
                Area,31 March,
                ,2019,2020
                Leicestershire,582,657
                ,,
                England,78150,80080
                "Source: returns, by council",,
                and more,,
                """);

            assertThat(read.claims()).hasSize(4);
            assertThat(read.rejections()).allMatch(one -> one.rule() == Rule.LEFT_OUT);
            assertThat(read.rejections())
                    .extracting(Rejection::reason)
                    .containsExactly(
                            "Left out: 2 rows above the header ('Children in care'; the key 'skip').",
                            "Left out: 2 rows from 'Source: returns, by council' on (the key 'until').");
        }
    }

    @Nested
    class OpenData {
        private static final String WHOLE = """
            leaveOut:
                  - {column: geographic_level, is: [School], because: Schools are no areas here.}
                  - {column: cla_group, isNot: [At 31 March], because: Only the count on the day.}
                ignore: [cla_group]
                filters:
                  characteristic:
                    breakdowns: {Total: {}, "Gender - Male": {sex: male}}\
            """;
        private static final String ROWS = GEOGRAPHY
                + row("Local authority", "E10000018", "At 31 March", "Total", "690")
                + row("Local authority", "E10000018", "At 31 March", "Gender - Male", "390")
                + row("Local authority", "E10000018", "Adopted", "Total", "20")
                + row("School", "123456", "At 31 March", "Total", "1")
                + row("School", "123457", "At 31 March", "Total", "z");

        @Test
        void rowsThatAreNotWantedAreCountedWithTheReason() throws IOException {
            FolderRead read = FolderRead.of(TIDY.formatted(WHOLE), ROWS);

            assertThat(read.claims())
                    .extracting(Claim::id)
                    .containsExactly(
                            "s/data/cic_count/E10000018/2025-03-31", "s/data/cic_count/E10000018/2025-03-31/sex=male");
            assertThat(read.tally().rowsRead()).isEqualTo(5);
            assertThat(read.tally().rowsRejected()).isEqualTo(3);
            assertThat(read.rejections())
                    .extracting(Rejection::reason)
                    .containsExactly(
                            "Left out: 2 rows whose 'geographic_level' is School: Schools are no areas here.",
                            "Left out: 1 row whose 'cla_group' is other than At 31 March: Only the count on the day.");
        }

        @Test
        void aWordThatNoBreakdownListsIsRefused() throws IOException {
            FolderRead read = FolderRead.of(
                    TIDY.formatted(WHOLE),
                    GEOGRAPHY + row("Local authority", "E10000018", "At 31 March", "Gender - Males", "390"));

            assertThat(read.rejections())
                    .filteredOn(one -> one.rule() == Rule.MEMBER_UNKNOWN)
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).contains("Nearest known: 'Gender - Male'"));
        }

        @Test
        void aFilterThatLeavesNothingIsAFault() throws IOException {
            String yaml = TIDY.formatted(WHOLE.replace("[At 31 March]", "[At 31 Marsh]"));

            assertThat(FolderRead.of(yaml, ROWS).tally().refusedWhole()).isTrue();
        }

        @Test
        void aColumnToLeaveOutByThatIsNotThereNamesTheNearest() throws IOException {
            String yaml = TIDY.formatted(WHOLE.replace("column: cla_group", "column: cla_groop"));

            assertThat(FolderRead.of(yaml, ROWS).rejections().get(0).reason())
                    .contains("leaves rows out by the column 'cla_groop'", "'cla_group'");
        }

        @Test
        void standardColumnsMayBeCalledOtherwiseOrBeTheSameInEveryRow() throws IOException {
            FolderRead read = FolderRead.of(TIDY.formatted("""
                columns: {time_period: Year, la_name: Council}
                    constants: {time_identifier: Reporting year, geographic_level: Local authority}\
                """), """
                Council,Year,number
                Leicestershire,2025,690
                Leicestershrie,2025,1
                """);

            assertThat(read.claims()).extracting(Claim::id).containsExactly("s/data/cic_count/E10000018/2025-03-31");
            assertThat(read.rejections().get(0).reason()).contains("Nearest known: ", "'Leicestershire'");
        }
    }

    @Test
    void aListedRowKeepsWhatItsLabelMeans() throws IOException {
        String yaml = """
            sources:
              - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT,
                 definitionsAs: annual-report-2019-20}
            files:
              - file: orders.csv
                layout: wide
                label: dimension order_type
                area: E10000018
                indicator: orders_granted_count
                columns:
                  - {header: Order, is: label}
                  - {header: "2019-20", period: FY2019-20}
                rows:
                  - {label: Placement Order, caveat: Provisional}
                  - {label: All orders, breakdown: {}}
                  - {label: Boats, caveat: Not an order}
            """;

        FolderRead read =
                FolderRead.of(yaml, "Order,2019-20\nPlacement Order,27\nFull Care Order,76\nAll orders,120\nBoats,3\n");

        assertThat(read.claims())
                .extracting(claim ->
                        claim.breakdown().members() + " " + claim.value().orElseThrow() + " "
                                + claim.notes().of(ObservationColumn.CAVEAT).orElse(""))
                .containsExactly(
                        "{order_type=placement_order} 27 Provisional", "{order_type=full_care_order} 76 ", "{} 120 ");
        assertThat(read.rejections()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("has no member 'Boats'"));
    }
}
