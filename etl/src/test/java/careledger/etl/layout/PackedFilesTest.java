package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Zips and gzips: read as what is in them, or refused in words. */
class PackedFilesTest {
    private static final String CSV = "measure,2019,2020\nChildren in care,582,657\n";

    private static String mapping(String file) {
        return """
                sources:
                  - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT}
                files:
                  - file: "%s"
                    layout: wide
                    area: E10000018
                    definition: on_a_day
                    columns:
                      - {header: measure, is: label}
                      - {header: "2019", period: 2019-03-31}
                      - {header: "2020", period: 2020-03-31}
                    rows:
                      - {label: Children in care, indicator: cic_count}
                """.formatted(file);
    }

    private static Rejection refused(String file, byte[] bytes) throws IOException {
        FolderRead read = FolderRead.of(mapping(file), bytes);

        assertThat(read.claims()).isEmpty();
        assertThat(read.tally().refusedWhole()).isTrue();
        return read.rejections().get(0);
    }

    @Nested
    class Read {
        @Test
        void aFileInAZipGivesTheClaimsThatItGivesOutsideOfIt() throws IOException {
            byte[] zip = Packed.zip().with("figures/table.csv", CSV).bytes();

            FolderRead packed = FolderRead.of(mapping("all.zip!/figures/table.csv"), zip);

            assertThat(packed.rejections()).isEmpty();
            assertThat(packed.claims())
                    .extracting(Claim::id)
                    .containsExactlyElementsOf(FolderRead.of(mapping("table.csv"), CSV).claims().stream()
                            .map(Claim::id)
                            .toList());
            assertThat(packed.claims().get(0).file()).isEqualTo("delivered/all.zip!/figures/table.csv");
        }

        @Test
        void aGzip() throws IOException {
            FolderRead read = FolderRead.of(mapping("table.csv.gz"), Packed.gzip(CSV));

            assertThat(read.claims())
                    .extracting(Claim::id)
                    .containsExactly(
                            "s/table/cic_count/E10000018/2019-03-31", "s/table/cic_count/E10000018/2020-03-31");
        }

        @Test
        void aFileOfTheZipThatNoEntryNamesIsToldOnce() throws IOException {
            byte[] zip =
                    Packed.zip().with("table.csv", CSV).with("other.csv", CSV).bytes();

            FolderRead read = FolderRead.of(mapping("all.zip!/table.csv"), zip);

            assertThat(read.claims()).hasSize(2);
            assertThat(read.rejections()).singleElement().satisfies(one -> {
                assertThat(one.rule()).isEqualTo(Rule.FILE_UNMAPPED);
                assertThat(one.reason()).contains("the file 'other.csv'", "layout: none");
            });
        }
    }

    @Nested
    class Refused {
        @Test
        void aZipOfWhichNoFileIsNamed() throws IOException {
            assertThat(refused("all.zip", Packed.zip().with("table.csv", CSV).bytes())
                            .reason())
                    .contains("'file: all.zip!/table.csv'", "It holds: table.csv");
        }

        @Test
        void aFileThatTheZipHasNot() throws IOException {
            assertThat(refused(
                                    "all.zip!/tabel.csv",
                                    Packed.zip().with("table.csv", CSV).bytes())
                            .reason())
                    .contains("no file 'tabel.csv'", "Nearest known: 'table.csv'");
        }

        @Test
        void aNameThatLeadsOutOfTheZip() throws IOException {
            byte[] zip = Packed.zip()
                    .with("table.csv", CSV)
                    .with("../../etc/cron.d/evil", "x")
                    .bytes();

            assertThat(refused("all.zip!/table.csv", zip).reason()).contains("'../../etc/cron.d/evil'", "leads out");
        }

        @Test
        void aFileThatSwells() throws IOException {
            byte[] zip =
                    Packed.zip().with("table.csv", CSV + "0".repeat(20_000_000)).bytes();

            assertThat(zip).hasSizeLessThan(100_000);
            assertThat(refused("all.zip!/table.csv", zip).reason()).contains("more than 250 times its size");
        }

        @Test
        void aGzipThatSwells() throws IOException {
            assertThat(refused("table.csv.gz", Packed.gzip(CSV + "0".repeat(20_000_000)))
                            .reason())
                    .contains("more than 250 times its size");
        }

        @Test
        void aLockedFile() throws IOException {
            byte[] zip = Packed.zip().with("table.csv", CSV).bytes();
            String text = new String(zip, StandardCharsets.ISO_8859_1);
            zip[text.indexOf("PK\3\4") + 6] |= 1;
            zip[text.indexOf("PK\1\2") + 8] |= 1;

            assertThat(refused("all.zip!/table.csv", zip).reason()).contains("locked by a password");
        }

        @Test
        void aZipInAZip() throws IOException {
            byte[] inner = Packed.zip().with("table.csv", CSV).bytes();

            assertThat(refused(
                                    "all.zip!/inner.zip",
                                    Packed.zip().with("inner.zip", inner).bytes())
                            .reason())
                    .contains("packed once more");
        }

        @Test
        void twoFilesOfOneName() throws IOException {
            byte[] zip = Packed.zip()
                    .with("table.csv", CSV)
                    .with("table.csv", CSV + "x")
                    .bytes();

            assertThat(refused("all.zip!/table.csv", zip).reason()).contains("2 files called 'table.csv'");
        }

        @Test
        void aChecksumThatIsNotThatOfTheFile() throws IOException {
            byte[] zip = Packed.zip().with("table.csv", CSV).bytes();
            String text = new String(zip, StandardCharsets.ISO_8859_1);
            zip[text.indexOf("PK\1\2") + 16] ^= 0x55;

            assertThat(refused("all.zip!/table.csv", zip).reason()).contains("checksum", "damaged");
        }

        @Test
        void aZipThatWasCutOff() throws IOException {
            byte[] zip = Packed.zip().with("table.csv", CSV).bytes();

            assertThat(refused("all.zip!/table.csv", Arrays.copyOf(zip, zip.length / 2))
                            .reason())
                    .contains("damaged or was cut off");
        }

        @Test
        void aGzipThatWasCutOff() throws IOException {
            byte[] gzip = Packed.gzip(CSV);

            assertThat(refused("table.csv.gz", Arrays.copyOf(gzip, gzip.length - 6))
                            .reason())
                    .contains("cannot be unpacked", "cut off");
        }

        @Test
        void aNameInAnEncodingThatCannotBeTold() throws IOException {
            byte[] zip = Packed.zip().namesIn("Cp437").with("Ämter.csv", CSV).bytes();

            assertThat(refused("all.zip!/table.csv", zip).reason()).contains("not written in UTF-8");
        }

        @Test
        void textThatIsCalledAZip() throws IOException {
            assertThat(refused("all.zip!/table.csv", CSV.getBytes(StandardCharsets.UTF_8))
                            .reason())
                    .contains("called a zip and is none");
        }

        @Test
        void aZipThatIsCalledText() throws IOException {
            Rejection rejection =
                    refused("table.csv", Packed.zip().with("table.csv", CSV).bytes());

            assertThat(rejection.rule()).isEqualTo(Rule.FILE_ENCODING);
            assertThat(rejection.reason()).contains("is packed, a zip or a workbook");
        }
    }
}
