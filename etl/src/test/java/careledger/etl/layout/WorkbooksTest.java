package careledger.etl.layout;

import static careledger.etl.layout.Packed.rows;
import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tables on the sheets of workbooks. */
class WorkbooksTest {
    private static final Object[] HEADER = {"Measure", "2019", "2020"};
    private static final Object[] CARE = {"Children in care", 582, 657};
    private static final Object[] MOVES = {"Three or more moves", 9.5, 10.25};

    private static String mapping(String file, String keys) {
        return """
            sources:
              - {id: s, title: T, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT,
                 definitionsAs: dfe-looked-after-2025}
            files:
              - file: %s
                layout: wide
                %s
                area: E10000018
                cell: ["{value}%%", "{value}"]
                columns:
                  - {header: Measure, is: label}
                  - {header: "2019", period: 2019-03-31}
                  - {header: "2020", period: 2020-03-31}
                rows:
                  - {label: Children in care, indicator: cic_count}
                  - {label: Three or more moves, indicator: placements_3plus_pct}
            """.formatted(file, keys);
    }

    private static FolderRead read(String keys, Consumer<XSSFWorkbook> fill) throws IOException {
        return FolderRead.of(mapping("book.xlsx", keys), Packed.xlsx(fill));
    }

    private static void plain(XSSFWorkbook book) {
        rows(book.createSheet("Table 3"), 1, HEADER, CARE, MOVES);
    }

    private static void format(XSSFSheet sheet, int row, int column, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        sheet.getRow(row - 1).getCell(column - 1).setCellStyle(style);
    }

    @Nested
    class Cells {
        @Test
        void numbersAreThoseOfACsv() throws IOException {
            FolderRead read = read("", WorkbooksTest::plain);

            assertThat(read.rejections()).isEmpty();
            assertThat(read.values()).containsExactly("582", "657", "9.5", "10.25");
            assertThat(read.claims().get(0).file()).isEqualTo("delivered/book.xlsx");
            assertThat(read.claims().get(2).line()).isEqualTo(3);
        }

        @Test
        void aFormatIsPartOfTheFigure() throws IOException {
            FolderRead read = read("", book -> {
                plain(book);
                XSSFSheet sheet = book.getSheet("Table 3");
                sheet.getRow(1).getCell(1).setCellValue(12345);
                sheet.getRow(2).getCell(1).setCellValue(0.1234);
                format(sheet, 2, 2, "#,##0");
                format(sheet, 3, 2, "0.0%");
            });

            assertThat(read.values()).containsExactly("12345", "657", "12.3", "10.25");
            assertThat(read.claims().get(2).sourceText()).isEqualTo("12.3%");
        }

        @Test
        void aFormatThatHidesSmallCountsIsNotLookedBehind() throws IOException {
            FolderRead read = read("symbols: {c: CONFIDENTIAL}", book -> {
                plain(book);
                XSSFSheet sheet = book.getSheet("Table 3");
                sheet.getRow(1).getCell(1).setCellValue(3);
                format(sheet, 2, 2, "[<5]\"c\";0");
            });

            assertThat(read.claims().get(0).status().shorthand()).isEqualTo("[c]");
        }

        @Test
        void formulasShowTheirStoredResult() throws IOException {
            FolderRead read = read("", book -> {
                plain(book);
                XSSFCell cell = book.getSheet("Table 3").getRow(1).getCell(1);
                cell.setCellFormula("500+82");
                book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
            });

            assertThat(read.values()).startsWith("582");
        }

        @Test
        void aFormulaThatWasNeverCalculatedIsNotZero() throws IOException {
            FolderRead read = read("", book -> {
                plain(book);
                XSSFCell cell = book.getSheet("Table 3").getRow(1).getCell(1);
                cell.setBlank();
                cell.setCellFormula("500+82");
            });

            assertThat(read.claims()).hasSize(3);
            assertThat(read.rejections()).singleElement().satisfies(one -> assertThat(one.reason())
                    .startsWith("Table 3!B2: The formula was never calculated."));
        }

        @Test
        void anErrorCellIsRefusedByItsName() throws IOException {
            FolderRead read = read("", book -> {
                plain(book);
                book.getSheet("Table 3").getRow(2).getCell(2).setCellErrorValue(FormulaError.NA);
            });

            assertThat(read.rejections()).singleElement().satisfies(one -> {
                assertThat(one.reason()).startsWith("Table 3!C3: Found '#N/A'");
                assertThat(one.line()).isEqualTo(3);
                assertThat(one.column()).contains("2020");
            });
        }

        @Test
        void daysAreWrittenInOneWay() throws IOException {
            String yaml = mapping("book.xlsx", "").replace("\"2020\", period", "2020-03-31, period");
            FolderRead read = FolderRead.of(yaml, Packed.xlsx(book -> {
                plain(book);
                XSSFSheet sheet = book.getSheet("Table 3");
                sheet.getRow(0).getCell(2).setCellValue(LocalDate.of(2020, 3, 31));
                format(sheet, 1, 3, "dd-mmm-yy");
            }));

            assertThat(read.rejections()).isEmpty();
        }

        @Test
        void aRepeatingFractionKeepsSixDecimals() throws IOException {
            FolderRead read = read("", book -> {
                plain(book);
                book.getSheet("Table 3").getRow(2).getCell(1).setCellValue(100 / 3.0);
            });

            assertThat(read.values()).contains("33.333333");
        }
    }

    @Nested
    class Places {
        @Test
        void aSheetAndARangeArePicked() throws IOException {
            FolderRead read = read("sheet: Table 3\n    range: A5:C7", book -> {
                rows(book.createSheet("Cover"), 1, new Object[] {"Title"});
                XSSFSheet sheet = book.createSheet("Table 3");
                rows(sheet, 1, new Object[] {"Table 3: stability"});
                rows(sheet, 5, HEADER, CARE, MOVES, new Object[] {"Notes: provisional"});
            });

            assertThat(read.claims()).hasSize(4);
            assertThat(read.claims().get(0).id()).startsWith("s/book/Table 3!A5:C7/cic_count");
            assertThat(read.rejections())
                    .extracting(Rejection::rule)
                    .containsExactly(Rule.LEFT_OUT, Rule.FILE_UNMAPPED);
            assertThat(read.rejections().get(0).reason())
                    .isEqualTo("Left out: 2 filled cells outside A5:C7, the first A1 'Table 3: stability'.");
            assertThat(read.rejections().get(1).reason()).contains("the sheet 'Cover'");
        }

        @Test
        void titlesAboveAndNotesBelowAreSkippedAndSaid() throws IOException {
            FolderRead read = read("skip: 2\n    until: 'Notes'", book -> {
                XSSFSheet sheet = book.createSheet("Table 3");
                rows(sheet, 1, new Object[] {"Table 3"}, new Object[] {"Leicestershire"});
                rows(sheet, 4, HEADER, CARE, MOVES);
                rows(sheet, 8, new Object[] {"Notes"}, new Object[] {"1 provisional"});
            });

            assertThat(read.claims()).hasSize(4);
            assertThat(read.rejections())
                    .extracting(Rejection::reason)
                    .containsExactly(
                            "Table 3!1:1: Left out: 2 rows above the header ('Table 3'; the key 'skip').",
                            "Table 3!8:8: Left out: 2 rows from 'Notes' on (the key 'until').");
        }

        @Test
        void wordsOutsideTheRangeThatSayThousandsAreNotOverlooked() throws IOException {
            Consumer<XSSFWorkbook> titled = book -> rows(
                    book.createSheet("Table 3"), 1, new Object[] {"", "Children (thousands)"}, HEADER, CARE, MOVES);

            FolderRead read = read("range: A2:C4", titled);

            assertThat(read.rejections())
                    .filteredOn(one -> one.rule() == Rule.SCALE_UNCLEAR)
                    .hasSize(2)
                    .first()
                    .satisfies(one -> assertThat(one.reason()).contains("'Children (thousands)'", "'scale: 1'"));
            assertThat(read("range: A2:C4\n    scale: 1", titled).claims()).hasSize(4);
        }

        @Test
        void aFormatThatCountsInThousandsWithoutAWordIsNotOverlooked() throws IOException {
            Consumer<XSSFWorkbook> thousands = book -> {
                XSSFSheet sheet = book.createSheet("Table 3");
                rows(sheet, 1, HEADER, new Object[] {"Children in care", 582_000, 657_000}, MOVES);
                format(sheet, 2, 2, "#,##0,");
                format(sheet, 2, 3, "0,");
            };

            FolderRead read = read("", thousands);

            assertThat(read.values()).containsExactly("9.5", "10.25");
            assertThat(read.rejections())
                    .filteredOn(one -> one.rule() == Rule.SCALE_UNCLEAR)
                    .hasSize(2)
                    .first()
                    .satisfies(one -> assertThat(one.reason())
                            .contains("B2", "counts in thousands without showing it", "'scale: thousand'"));
            FolderRead scaled = FolderRead.of(
                    mapping("book.xlsx", "").replace("cic_count}", "cic_count, scale: thousand}"),
                    Packed.xlsx(thousands));
            assertThat(scaled.values()).containsExactly("582000", "657000", "9.5", "10.25");
        }

        @Test
        void aSheetThatIsNotThereNamesTheNearest() throws IOException {
            assertThat(read("sheet: Table 4", WorkbooksTest::plain)
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("no sheet 'Table 4'", "Nearest known: 'Table 3'");
        }

        @Test
        void ofSeveralSheetsOneIsNamed() throws IOException {
            FolderRead read = read("", book -> {
                plain(book);
                book.createSheet("Notes");
            });

            assertThat(read.tally().refusedWhole()).isTrue();
            assertThat(read.rejections().get(0).reason()).contains("2 sheets; say which", "'Table 3', 'Notes'");
        }
    }

    @Nested
    class MergedAndHidden {
        @Test
        void mergedHeadingsHoldForAllColumnsUnderThem() throws IOException {
            String yaml = mapping("book.xlsx", "headerRows: 2")
                    .replace("header: \"2019\"", "header: Year / 2019")
                    .replace("header: \"2020\"", "header: Year / 2020");
            FolderRead read = FolderRead.of(yaml, Packed.xlsx(book -> {
                XSSFSheet sheet = book.createSheet("Table 3");
                rows(sheet, 1, new Object[] {"Measure", "Year"}, new Object[] {null, "2019", "2020"}, CARE, MOVES);
                sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
                sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
            }));

            assertThat(read.rejections()).isEmpty();
            assertThat(read.claims()).hasSize(4);
        }

        @Test
        void aFigureMergedAcrossColumnsIsRefused() throws IOException {
            FolderRead read = read("", book -> {
                plain(book);
                book.getSheet("Table 3").getRow(1).getCell(2).setBlank();
                book.getSheet("Table 3").addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
            });

            assertThat(read.claims()).hasSize(2);
            assertThat(read.rejections().get(0).rule()).isEqualTo(Rule.CELLS_MERGED);
            assertThat(read.rejections().get(0).reason()).contains("B2:C2 are merged and hold '582'");
        }

        @Test
        void cellsMergedDownwardsAreRefusedUnlessTheMappingFillsThem() throws IOException {
            Consumer<XSSFWorkbook> tall = book -> {
                plain(book);
                book.getSheet("Table 3").getRow(2).getCell(2).setBlank();
                book.getSheet("Table 3").addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
                book.getSheet("Table 3").getRow(1).getCell(2).setCellValue(10);
            };

            assertThat(read("", tall).rejections())
                    .extracting(Rejection::rule)
                    .contains(Rule.CELLS_MERGED, Rule.CELLS_MERGED);
            assertThat(read("merged: fill", tall).values()).containsExactly("582", "10", "9.5", "10");
        }

        @Test
        void hiddenRowsAreRefusedUntilSomebodySaysWhetherTheyCount() throws IOException {
            Consumer<XSSFWorkbook> hidden = book -> {
                plain(book);
                book.getSheet("Table 3").getRow(2).setZeroHeight(true);
            };

            assertThat(read("", hidden).rejections().get(0).rule()).isEqualTo(Rule.CELLS_HIDDEN);
            assertThat(read("", hidden).rejections().get(0).reason()).startsWith("Table 3!3:3: ");
            assertThat(read("hidden: read", hidden).claims()).hasSize(4);
            assertThat(read("hidden: leave-out", hidden).claims()).hasSize(2);
            assertThat(read("hidden: leave-out", hidden).rejections().get(0).reason())
                    .contains("Left out: 1 hidden rows, the first row 3");
        }

        @Test
        void aHiddenColumnRefusesTheTable() throws IOException {
            Consumer<XSSFWorkbook> hidden = book -> {
                plain(book);
                book.getSheet("Table 3").setColumnHidden(1, true);
            };

            assertThat(read("", hidden).rejections().get(0).reason()).contains("hides column B");
            assertThat(read("hidden: read", hidden).claims()).hasSize(4);
        }
    }

    @Nested
    class Ods {
        private static final String ROWS = """
            <table:table-row><table:table-cell office:value-type="string"><text:p>Measure</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>2019</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>2020</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Children in care</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="582"><text:p>582</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="657"><text:p>657</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Three <text:span>or more</text:span> moves</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="0.1234"><text:p>12.3%</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>#N/A</text:p><office:annotation><text:p>why</text:p></office:annotation></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """;

        @Test
        void cellsAreReadAsTheyAreShown() throws IOException {
            FolderRead read = FolderRead.of(mapping("book.ods", "sheet: Stability"), Packed.ods("Stability", ROWS));

            assertThat(read.values()).containsExactly("582", "657", "12.3");
            assertThat(read.rejections()).singleElement().satisfies(one -> assertThat(one.reason())
                    .startsWith("Stability!C6: Found '#N/A'"));
        }

        @Test
        void aLockedWorkbookIsRefused() throws IOException {
            byte[] ods = Packed.zip()
                    .with("content.xml", "scrambled")
                    .with("META-INF/manifest.xml", "<manifest:encryption-data/>")
                    .bytes();

            assertThat(FolderRead.of(mapping("book.ods", ""), ods)
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("locked by a password");
        }

        @Test
        void anEntityThatReachesOutsideIsNotFollowed() throws IOException {
            byte[] ods = Packed.zip()
                    .with("content.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>")
                    .bytes();

            assertThat(FolderRead.of(mapping("book.ods", ""), ods)
                            .rejections()
                            .get(0)
                            .reason())
                    .doesNotContain("root:");
        }
    }

    @Nested
    class Refused {
        @Test
        void anOldOrLockedExcelFile() throws IOException {
            byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

            assertThat(FolderRead.of(mapping("book.xlsx", ""), old)
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("locked by a password, or is an old .xls");
        }

        @Test
        void textThatIsCalledAWorkbook() throws IOException {
            byte[] text = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

            assertThat(FolderRead.of(mapping("book.xlsx", ""), text)
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("is no workbook, whatever its ending says");
        }

        @Test
        void aZipThatIsCalledAWorkbook() throws IOException {
            assertThat(FolderRead.of(
                                    mapping("book.xlsx", ""),
                                    Packed.zip().with("a.csv", "a,b").bytes())
                            .rejections()
                            .get(0)
                            .reason())
                    .contains("cannot be opened");
        }
    }

    @Test
    void aClaimFromASheetSaysWhereItStands() throws IOException {
        Claim claim = read("sheet: Table 3", WorkbooksTest::plain).claims().get(0);

        assertThat(claim.id()).isEqualTo("s/book/Table 3/cic_count/E10000018/2019-03-31");
        assertThat(claim.locator()).isEqualTo("book.xlsx, Table 3, row 'Children in care', column '2019'");
    }
}
