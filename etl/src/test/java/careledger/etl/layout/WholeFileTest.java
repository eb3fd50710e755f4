package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Faults of a file as a whole, and oddities that are none. */
class WholeFileTest {
    private static final String MAPPING = """
            sources:
              - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT}
            files:
              - file: table.csv
                layout: wide
                area: E10000018
                definition: on_a_day
                columns:
                  - {header: measure, is: label}
                  - {header: "2019", period: 2019-03-31}
                  - {header: "2020", period: 2020-03-31}
                rows:
                  - {label: Children in care, indicator: cic_count}
                  - {label: Children in care – all, indicator: cic_count, breakdown: {sex: female}}
            """;
    private static final String HEADER = "measure,2019,2020\n";
    private static final String ROWS = "Children in care,582,657\nChildren in care – all,1,2\n";

    @Nested
    class Refused {
        @Test
        void anEmptyFile() throws IOException {
            Rejection rejection = refusedWhole("");

            assertThat(rejection.rule()).isEqualTo(Rule.FILE_EMPTY);
            assertThat(rejection.line()).isZero();
        }

        @Test
        void aHeaderWithoutRows() throws IOException {
            Rejection rejection = refusedWhole(HEADER);

            assertThat(rejection.rule()).isEqualTo(Rule.FILE_EMPTY);
            assertThat(rejection.reason()).isEqualTo("The file has a header and no row.");
        }

        @Test
        void windows1252WithTheLineAndTheByte() throws IOException {
            Rejection rejection = refusedWhole((HEADER + ROWS).getBytes(Charset.forName("windows-1252")));

            assertThat(rejection.rule()).isEqualTo(Rule.FILE_ENCODING);
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.reason()).contains("the byte 0x96");
        }

        @Test
        void aCharacterCutOffAtTheEnd() throws IOException {
            byte[] bytes = (HEADER + "Children in care,582,6é").getBytes(StandardCharsets.UTF_8);
            byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

            assertThat(refusedWhole(cut).rule()).isEqualTo(Rule.FILE_ENCODING);
        }

        @Test
        void aColumnThatIsCalledOtherwise() throws IOException {
            Rejection rejection = refusedWhole("measure,2019,2021\n" + ROWS);

            assertThat(rejection.rule()).isEqualTo(Rule.HEADER_WRONG);
            assertThat(rejection.line()).isEqualTo(1);
            assertThat(rejection.column()).contains("2021");
            assertThat(rejection.reason()).isEqualTo("The column '2020' is called '2021' here.");
        }

        @Test
        void columnsInAnotherOrder() throws IOException {
            assertThat(refusedWhole("measure,2020,2019\n" + ROWS).reason())
                    .isEqualTo("The columns are in another order: column 2 is '2020', expected '2019'.");
        }

        @Test
        void aColumnThatStandsTwice() throws IOException {
            assertThat(refusedWhole("measure,2019,2020,2020\n" + ROWS).reason())
                    .isEqualTo("The column '2020' occurs more often than expected.");
        }

        @Test
        void aColumnThatIsMissing() throws IOException {
            Rejection rejection = refusedWhole("measure,2020\n" + ROWS);

            assertThat(rejection.column()).contains("2019");
            assertThat(rejection.reason()).isEqualTo("The column '2019' is missing.");
        }

        private Rejection refusedWhole(String csv) throws IOException {
            return refusedWhole(csv.getBytes(StandardCharsets.UTF_8));
        }

        private Rejection refusedWhole(byte[] csv) throws IOException {
            FolderRead read = FolderRead.of(MAPPING, csv);
            assertThat(read.tally()).isEqualTo(new Outcome.Tally("delivered/table.csv", 0, 0, 0, 0, 0, 0, 0, 0, true));
            assertThat(read.claims()).isEmpty();
            assertThat(read.rejections()).hasSize(1);
            return read.rejections().get(0);
        }
    }

    @Nested
    class Taken {
        @Test
        void aMarkOfByteOrder() throws IOException {
            assertThat(FolderRead.of(MAPPING, "\uFEFF" + HEADER + ROWS).claims())
                    .hasSize(4);
        }

        @Test
        void carriageReturns() throws IOException {
            FolderRead read = FolderRead.of(MAPPING, (HEADER + ROWS).replace("\n", "\r\n"));

            assertThat(read.claims()).hasSize(4);
            assertThat(read.claims().get(3).line()).isEqualTo(3);
        }

        @Test
        void noEndOfTheLastLine() throws IOException {
            assertThat(FolderRead.of(MAPPING, (HEADER + ROWS).stripTrailing()).claims())
                    .hasSize(4);
        }

        @Test
        void linesWithNothingInThem() throws IOException {
            FolderRead read = FolderRead.of(MAPPING, HEADER + "\n" + ROWS + "\n\n");

            assertThat(read.rejections()).isEmpty();
            assertThat(read.claims().get(0).line()).isEqualTo(3);
        }
    }

    @Test
    void aCellOfTenMegabytesCostsItsRowAndNoMore() throws IOException {
        String huge = "Children in care," + "9".repeat(10_000_000) + ",657\n";
        FolderRead read = FolderRead.of(MAPPING, HEADER + huge + "Children in care – all,1,2\n");

        assertThat(read.rejections().get(0).rule()).isEqualTo(Rule.CELL_TOO_LONG);
        assertThat(read.rejections().get(0).line()).isEqualTo(2);
        assertThat(read.rejections().get(0).value().orElseThrow()).hasSizeLessThan(200);
        assertThat(read.claims()).hasSize(2);
        assertThat(read.tally().rowsRejected()).isEqualTo(1);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineAndNoMore() throws IOException {
        FolderRead read = FolderRead.of(MAPPING, HEADER + "\"Children in care,582,657\nChildren in care – all,1,2\n");

        assertThat(read.rejections().get(0).rule()).isEqualTo(Rule.FILE_MALFORMED);
        assertThat(read.rejections().get(0).line()).isEqualTo(2);
        assertThat(read.claims()).extracting(claim -> claim.line()).containsExactly(3, 3);
    }
}
