package careledger.etl.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.DeliveryReading;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts of extract.yaml for folders of files that nobody has described. */
class DraftsTest {
    private static final String OPEN_DATA = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,gender,placement,cic_count,rate_per_quux
        202425,Financial year,National,E92000001,England,,,,,,Total,Foster,81770,12
        202425,Financial year,Local authority,E92000001,England,E12000004,East Midlands,855,E10000018,Leicestershire,Girls,Foster,c,low
        202425,Financial year,School,E92000001,England,E12000004,East Midlands,855,E10000018,Leicestershire,Boys,Moon base,~,z
        """;

    @TempDir
    private Path folder;

    private String draft() throws IOException {
        Drafts.write(folder, CatalogueReader.builtIn());
        return Files.readString(folder.resolve("extract.yaml"));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static DeliveryReading read(String yaml) {
        return DeliveryReader.read("new", yaml, CatalogueReader.builtIn());
    }

    /** Lines of a draft that a person has to finish, first is 1. */
    private static List<Integer> marked(String yaml) {
        List<String> lines = yaml.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).contains("\"???\""))
                .boxed()
                .toList();
    }

    private void councilWorkbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("Performance.xlsx"))) {
            XSSFSheet sheet = book.createSheet("Table 3");
            row(sheet, 0, "Leicestershire County Council: performance 2019-20");
            row(sheet, 2, "Measure", "Leicestershire", "", "England");
            row(sheet, 3, "", "31 March 2019", "31 March 2020", "31 March 2020");
            row(sheet, 4, "Number of children in care", 582, 657, 80080);
            row(sheet, 5, "Stability");
            row(sheet, 6, "Frobnication of quuxes", 1, 2, 3);
            row(sheet, 8, "Notes: figures are provisional, and rounded");
            row(sheet, 9, "1. England from the Department");
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            book.write(out);
        }
    }

    private static void row(XSSFSheet sheet, int at, Object... cells) {
        XSSFRow row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (cells[i] instanceof String text) {
                row.createCell(i).setCellValue(text);
            }
        }
    }

    @Nested
    class ReadBack {
        @Test
        void onlyTheUnfinishedLinesAreRefused() throws IOException {
            file("data.csv", OPEN_DATA);
            file("table.csv", "Measure,2018/19,Comment\nChildren in care,*,fine\nZorps per flink,2,odd\n");
            councilWorkbook();

            String yaml = draft();

            assertThat(marked(yaml)).isNotEmpty();
            assertThat(read(yaml).delivery()).isEmpty();
            assertThat(read(yaml).rejections())
                    .allSatisfy(one -> assertThat(one.reason()).contains("is still ???"))
                    .extracting(Rejection::line)
                    .containsExactlyElementsOf(marked(yaml));
        }

        @Test
        void oneThatIsFinishedIsReadWithoutAComplaint() throws IOException {
            file("table.csv", "Type of Order,2018-19,2019-20\nFull Care Order,61,76\nPlacement Order,31,27\n");

            String finished = draft().replaceFirst("title: \"\\?\\?\\?\"", "title: Orders")
                    .replaceFirst("publisher: \"\\?\\?\\?\"", "publisher: Leicestershire County Council")
                    .replaceFirst(
                            "publishedOn: \"\\?\\?\\?\"",
                            "publishedOn: 2020-07-31\n    definitionsAs: annual-report-2019-20")
                    .replaceFirst("indicator: \"\\?\\?\\?\"", "indicator: orders_granted_count");

            assertThat(read(finished).rejections()).isEmpty();
            assertThat(read(finished).delivery().orElseThrow().files()).hasSize(1);
        }

        @Test
        void namesThatYamlWouldTakeOtherwiseComeBackAsTheyAre() throws IOException {
            file("it's: a #1 \"table\".csv", "Measure: all,\"say \"\"x\"\", [y]\",no\nyes,1,2\n- {a},3,4\n");

            String yaml = draft();

            assertThat(read(yaml).rejections()).extracting(Rejection::line).containsExactlyElementsOf(marked(yaml));
            assertThat(yaml).contains("- label: \"yes\"", "- header: \"say \\\"x\\\", [y]\"");
        }
    }

    @Nested
    class OpenData {
        @Test
        void columnsSymbolsAndLevelsAreTold() throws IOException {
            file("data.csv", OPEN_DATA);

            String yaml = draft();

            assertThat(yaml)
                    .contains("layout: tidy", "cic_count: cic_count", "rate_per_quux: \"???\"", "\"~\": \"???\"")
                    .contains("{column: geographic_level, is: [School], because: ")
                    .contains("gender:\n        dimension: sex", "total: Total")
                    .contains("placement:\n        dimension: \"???\"");
        }

        @Test
        void aZipIsLookedInto() throws IOException {
            try (OutputStream out = Files.newOutputStream(folder.resolve("all.zip"));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("in/data.csv"));
                zip.write(OPEN_DATA.getBytes(StandardCharsets.UTF_16LE));
                zip.closeEntry();
            }

            assertThat(draft()).contains("- file: \"all.zip!/in/data.csv\"", "encoding: UTF-16LE", "layout: tidy");
        }
    }

    @Nested
    class CouncilTables {
        @Test
        void titlesMergedHeadingsAndNotesAreSeen() throws IOException {
            councilWorkbook();

            assertThat(draft())
                    .contains(
                            "sheet: Table 3",
                            "skip: 2",
                            "headerRows: 2",
                            "until: \"Notes: figures are provisional, and")
                    .contains("- header: Measure\n        is: label")
                    .contains("- header: \"Leicestershire / 31 March 2019\"")
                    .contains("period: 2019-03-31", "indicator: cic_count", "heading: true")
                    .containsSubsequence("Leicestershire / 31 March 2019", "area: E10000018")
                    .containsSubsequence("England / 31 March 2020", "area: E92000001");
        }

        @Test
        void yearsUnderMergedMeasuresAreSeen() throws IOException {
            try (XSSFWorkbook book = new XSSFWorkbook();
                    OutputStream out = Files.newOutputStream(folder.resolve("areas.xlsx"))) {
                XSSFSheet sheet = book.createSheet("LAC");
                row(
                        sheet,
                        0,
                        "Code",
                        "Area",
                        "Number of children looked after",
                        "",
                        "Children looked after per 10,000 children",
                        "",
                        "Notes");
                row(sheet, 1, "", "", 2021, 2022, "2021", "2022");
                row(sheet, 2, "E10000018", "Leicestershire", 698, "c", 49, "c", "provisional");
                row(sheet, 3, "E06000015", "Derby", "x", 643, "x", 108);
                sheet.addMergedRegion(new CellRangeAddress(0, 0, 2, 3));
                sheet.addMergedRegion(new CellRangeAddress(0, 0, 4, 5));
                book.write(out);
            }

            assertThat(draft())
                    .contains("label: area", "- header: Code\n        is: label")
                    .contains("is: ignore # likely: the areas of the rows again")
                    .containsSubsequence(
                            "Number of children looked after / 2021",
                            "period: FY2020-21",
                            "indicator: cic_count",
                            "Number of children looked after / 2022",
                            "period: FY2021-22",
                            "indicator: cic_count",
                            "Children looked after per 10,000 children / 2022",
                            "period: FY2021-22",
                            "indicator: cic_rate_per_10k",
                            "header: Notes",
                            "is: caveat");
        }

        @Test
        void semicolonsAndWindows1252AreSeen() throws IOException {
            Files.write(
                    folder.resolve("orders.csv"),
                    "Type – order;2018-19\nFull Care Order;61\nPlacement Order;31\n"
                            .getBytes(Charset.forName("windows-1252")));

            assertThat(draft())
                    .contains("encoding: windows-1252", "delimiter: semicolon", "label: dimension order_type");
        }
    }

    @Nested
    class Folders {
        @Test
        void anExtractYamlThatIsThereIsNotTouched() throws IOException {
            file("extract.yaml", "mine");

            assertThatThrownBy(DraftsTest.this::draft)
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessageContaining("is not touched");
            assertThat(Files.readString(folder.resolve("extract.yaml"))).isEqualTo("mine");
        }

        @Test
        void aFileWithoutATableIsListedForAPersonToSayWhy() throws IOException {
            file("paper.pdf", "%PDF-1.7 ...");

            assertThat(draft()).contains("- file: paper.pdf # 'paper.pdf' is a PDF", "layout: none");
        }

        @Test
        void anEmptyFolderGetsNoDraft() {
            assertThatThrownBy(DraftsTest.this::draft).hasMessageContaining("holds no file");
        }
    }

    @Nested
    class NotConfidentWhereItWouldBeWrong {
        @Test
        void severalRowsAreNotOneMeasure() throws IOException {
            file("orders.csv", """
                Court orders granted,2013/14,2014/15
                Care order,41,38
                Placement order,12,9
                Other orders,5,7
                """);

            assertThat(draft()).doesNotContain("indicator: orders_granted_count");
        }

        @Test
        void aVarianceIsNoFigureOfTheMeasure() throws IOException {
            file("budget.csv", """
                Service,2018/19 Outturn £000,2018/19 Variance £000
                Frobnication,100,-5
                Quuxes,90,7
                """);

            assertThat(draft())
                    .containsPattern("Variance £000\"\\n(?:.*\\n){1,2}.*is: \"\\?\\?\\?\" # to say: a difference");
        }

        @Test
        void aPlaceBesideAYearIsNotOverlooked() throws IOException {
            file("days.csv", """
                Measure,2014/15,England 2015/16
                Days to frobnicate,587,558
                Weeks to quux,29,30
                """);

            assertThat(draft()).contains("area: E92000001 # likely: its header names England");
        }

        @Test
        void withinIsNotMoreThan() throws IOException {
            file("miles.csv", """
                Area,% placed within 20 miles
                Leicestershire,71
                Rutland,69
                England,74
                """);

            assertThat(draft()).doesNotContain("placed_over_20_miles_outside_pct # likely: near to");
        }

        @Test
        void fractionsCountNothing() throws IOException {
            file("rates.csv", """
                Area Name,Time period,Indicator Name,Value
                England,2018/19,Children in care,65.1
                Leicestershire,2018/19,Children in care,41.5
                """);

            assertThat(draft()).doesNotContain("Children in care: cic_count");
        }

        @Test
        void aShareWithoutItsSignIsNoCount() throws IOException {
            file("weeks.csv", """
                Measure,2014/15,2015/16
                % frobnicated within 26 weeks,48%,58
                Average days to quux,29.5,27.0
                """);

            assertThat(draft()).contains("{value}%", "{value}").doesNotContain("_within_26_weeks_count");
        }

        @Test
        void quartersAboveATotalArePeriods() throws IOException {
            file("missing.csv", """
                Quarter,Frobnications
                2021-22 Q1,112
                2021-22 Q2,98
                Total,210
                """);

            assertThat(draft()).contains("label: period FINANCIAL_YEAR");
        }
    }
}
