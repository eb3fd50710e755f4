package careledger.etl.layout;

import static careledger.etl.layout.Packed.rows;
import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.CalculationChain;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCalcCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;

/** A workbook yields what a person sees in it, or a rejection; never the value behind what is seen. */
class HiddenFiguresTest {
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
                rows:
                  - {label: Children in care, indicator: cic_count}
            """.formatted(file, keys);
    }

    /** A workbook whose only figure is changed by the given. */
    private static FolderRead read(String keys, Consumer<XSSFCell> change) throws IOException {
        return FolderRead.of(mapping("book.xlsx", keys), Packed.xlsx(book -> {
            XSSFSheet sheet = book.createSheet("Table 3");
            rows(sheet, 1, new Object[] {"Measure", "2019"}, new Object[] {"Children in care", 582});
            change.accept(sheet.getRow(1).getCell(1));
        }));
    }

    private static FolderRead read(Consumer<XSSFCell> change) throws IOException {
        return read("", change);
    }

    private static void style(XSSFCell cell, Consumer<XSSFCellStyle> change) {
        XSSFCellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        change.accept(style);
        cell.setCellStyle(style);
    }

    private static void format(XSSFCell cell, String code) {
        style(
                cell,
                style -> style.setDataFormat(
                        cell.getSheet().getWorkbook().createDataFormat().getFormat(code)));
    }

    private static String onlyReason(FolderRead read) {
        assertThat(read.claims()).isEmpty();
        assertThat(read.rejections()).hasSize(1);
        return read.rejections().get(0).reason();
    }

    @Nested
    class Formats {
        @ParameterizedTest
        @ValueSource(strings = {"\"c\"", "\\c", "\"<5\"", "[<600]\"c\";0", "# ?/?", "0.00E+00", "[DBNum1]0", "0*x"})
        void aNumberThatIsNotShownIsRefused(String code) throws IOException {
            assertThat(read(cell -> format(cell, code)).claims()).isEmpty();
            assertThat(read(cell -> format(cell, code)).rejections()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {";;;", "[<600]\"\";0", "[White]0"})
        void aNumberThatIsHiddenIsRefusedUnlessTheMappingSaysWhatItIs(String code) throws IOException {
            FolderRead refused = read(cell -> format(cell, code));
            FolderRead explained = read("symbols: {(hidden): CONFIDENTIAL}", cell -> format(cell, code));

            assertThat(refused.rejections()).extracting(Rejection::rule).containsExactly(Rule.CELL_UNCLEAR);
            assertThat(explained.claims().get(0).status().shorthand()).isEqualTo("[c]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"582 | #,##0 | 582", "582 | 0_);(0) | 582", "582 | _-* #,##0_- | 582"})
        void aFormatThatIsUnderstoodGivesWhatItShows(double value, String code, String shown) throws IOException {
            FolderRead read = read(cell -> {
                cell.setCellValue(value);
                format(cell, code);
            });

            assertThat(read.values()).containsExactly(shown);
        }

        @Test
        void thousandsAndMillionsAreShownAsTheyAreScaledAndNeedAScale() throws IOException {
            FolderRead thousands = read(cell -> {
                cell.setCellValue(582_000);
                format(cell, "0,");
            });
            FolderRead millions = read(cell -> {
                cell.setCellValue(80_914_300);
                format(cell, "£0.0,,\"m\"");
            });

            assertThat(onlyReason(thousands)).contains("counts in thousands", "'scale: thousand'");
            assertThat(onlyReason(millions)).contains("Found '£80.9m'");
        }
    }

    @Nested
    class Formulas {
        @Test
        void oneWithAnEmptyResultWasNeverCalculated() throws IOException {
            String reason = onlyReason(read(cell -> {
                cell.setCellFormula("500+82");
                cell.getCTCell().setV("");
            }));

            assertThat(reason).contains("was never calculated");
        }

        @Test
        void aZeroThatTheWorkbookReplacesWhenItIsOpenedIsRefused() throws IOException {
            String reason = onlyReason(read(cell -> {
                cell.setCellFormula("500+82");
                cell.getCTCell().setV("0");
                cell.getSheet().getWorkbook().setForceFormulaRecalculation(true);
            }));

            assertThat(reason).contains("has the stored result '0', which the workbook replaces when it is opened");
        }

        /** Written by a program that never calculates, with a function that nobody but its author has. */
        @ParameterizedTest
        @ValueSource(
                strings = {"'[1]Other'!A1", "[1]Other!A1+582", "CUBEVALUE(\"x\",\"y\")", "FORECAST.ETS(1,B1:B2,C1:C2)"})
        void aZeroThatCannotBeCheckedIsRefused(String formula) throws IOException {
            String reason = onlyReason(read(cell -> stored(cell, formula, "0")));

            assertThat(reason).contains("cannot be checked here", "let it calculate");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void anotherResultThatCannotBeCheckedIsRefusedOnlyWhereTheWorkbookReplacesIt(boolean replaces)
                throws IOException {
            FolderRead read = read(cell -> {
                stored(cell, "CUBEVALUE(\"x\",\"y\")", "582");
                cell.getSheet().getWorkbook().setForceFormulaRecalculation(replaces);
            });

            assertThat(read.values()).isEqualTo(replaces ? List.of() : List.of("582"));
        }

        @Test
        void aZeroInTheChainOfCalculationIsRead() throws IOException {
            FolderRead read = read(cell -> {
                stored(cell, "CUBEVALUE(\"x\",\"y\")", "0");
                chain(cell);
            });

            assertThat(read.values()).containsExactly("0");
        }

        @Test
        void aStaleResultIsRefusedAlsoWhereTheWorkbookDoesNotSaySo() throws IOException {
            String reason = onlyReason(read(cell -> stored(cell, "500+82", "581")));

            assertThat(reason).contains("has the stored result '581', and its cells give another");
        }

        @Test
        void theLastDigitsMayDiffer() throws IOException {
            assertThat(read(cell -> stored(cell, "500+82", "582.0000000001")).values())
                    .containsExactly("582.000000");
        }

        private static void stored(XSSFCell cell, String formula, String result) {
            CTCell raw = cell.getCTCell();
            raw.addNewF().setStringValue(formula);
            raw.setV(result);
        }

        /** Lists the cell as Excel does; the library writes no chain of its own. */
        private static void chain(XSSFCell cell) {
            XSSFWorkbook book = cell.getSheet().getWorkbook();
            CalculationChain chain =
                    (CalculationChain) book.createRelationship(XSSFRelation.CALC_CHAIN, XSSFFactory.getInstance());
            CTCalcCell listed = chain.getCTCalcChain().addNewC();
            listed.setR(cell.getReference());
            listed.setI(1);
        }

        @Test
        void aResultThatCalculatingConfirmsIsRead() throws IOException {
            FolderRead read = read(cell -> {
                cell.setCellFormula("500+82");
                cell.getCTCell().setV("582");
                cell.getSheet().getWorkbook().setForceFormulaRecalculation(true);
            });

            assertThat(read.values()).containsExactly("582");
        }

        @Test
        void anEmptyNumericCellIsBlank() throws IOException {
            FolderRead read = read(cell -> cell.getCTCell().setV(""));

            assertThat(read.claims()).isEmpty();
        }
    }

    @Nested
    class Looks {
        private XSSFRichTextString marked(XSSFCell cell, Consumer<XSSFFont> set) {
            XSSFWorkbook book = cell.getSheet().getWorkbook();
            XSSFFont font = book.createFont();
            set.accept(font);
            XSSFRichTextString text = new XSSFRichTextString("1231");
            text.applyFont(3, 4, font);
            return text;
        }

        @Test
        void aRaisedDigitIsNoDigitOfTheNumber() throws IOException {
            FolderRead read =
                    read(cell -> cell.setCellValue(marked(cell, font -> font.setTypeOffset(XSSFFont.SS_SUPER))));

            assertThat(onlyReason(read)).contains("Found '123¹'");
        }

        @Test
        void aStruckOutDigitRefusesTheCell() throws IOException {
            FolderRead read = read(cell -> cell.setCellValue(marked(cell, font -> font.setStrikeout(true))));

            assertThat(onlyReason(read)).contains("struck out");
        }

        @Test
        void aNumberInAStruckOutFontIsRefused() throws IOException {
            FolderRead read = read(cell -> style(cell, style -> {
                XSSFFont font = cell.getSheet().getWorkbook().createFont();
                font.setStrikeout(true);
                style.setFont(font);
            }));

            assertThat(onlyReason(read)).contains("struck out");
        }

        @Test
        void whiteOnWhiteIsRefusedAndWhiteOnBlueIsNot() throws IOException {
            FolderRead hidden = read(cell -> style(cell, style -> white(cell, style)));
            FolderRead shown = read(cell -> style(cell, style -> {
                white(cell, style);
                style.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }));

            assertThat(onlyReason(hidden)).contains("colour of its background");
            assertThat(shown.values()).containsExactly("582");
        }

        private void white(XSSFCell cell, XSSFCellStyle style) {
            XSSFFont font = cell.getSheet().getWorkbook().createFont();
            font.setColor(IndexedColors.WHITE.getIndex());
            style.setFont(font);
        }

        @Test
        void aConditionThatMayHideTheFigureRefusesIt() throws IOException {
            FolderRead read = read(cell -> {
                var conditions = cell.getSheet().getSheetConditionalFormatting();
                ConditionalFormattingRule rule = conditions.createConditionalFormattingRule("$B$2<600");
                FontFormatting font = rule.createFontFormatting();
                font.setFontColorIndex(IndexedColors.WHITE.getIndex());
                conditions.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("B2:B9")}, rule);
            });

            assertThat(onlyReason(read)).contains("conditional format");
        }

        @Test
        void aZeroOnASheetThatShowsNoZerosIsRefused() throws IOException {
            FolderRead read = read(cell -> {
                cell.setCellValue(0);
                cell.getSheet().setDisplayZeros(false);
            });

            assertThat(onlyReason(read)).contains("not to show zeros");
        }

        @Test
        void aColumnWithoutWidthIsHidden() throws IOException {
            FolderRead read = read(cell -> cell.getSheet().setColumnWidth(1, 0));

            assertThat(read.rejections()).extracting(Rejection::rule).containsExactly(Rule.CELLS_HIDDEN);
        }
    }

    @Nested
    class Ods {
        private static final String HEAD = """
            <table:table-row><table:table-cell office:value-type="string"><text:p>Measure</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>2019</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Children in care</text:p></table:table-cell>
            %s</table:table-row>
            """;

        private FolderRead read(String cell) throws IOException {
            return FolderRead.of(mapping("book.ods", ""), Packed.ods("Table 3", HEAD.formatted(cell)));
        }

        private FolderRead styled(String styles) throws IOException {
            String cell = "<table:table-cell table:style-name='own' office:value-type='float' office:value='582'>"
                    + "<text:p>582</text:p></table:table-cell>";
            return FolderRead.of(mapping("book.ods", ""), Packed.ods("Table 3", styles, HEAD.formatted(cell)));
        }

        @Test
        void aStyleThatCountsInThousandsNeedsAScaleAsInAnXlsx() throws IOException {
            FolderRead read = FolderRead.of(
                    mapping("book.ods", ""),
                    Packed.ods(
                            "Table 3",
                            """
                <number:number-style xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" style:name="thousands"><number:number number:decimal-places="0"
                  number:min-integer-digits="1" number:display-factor="1000"/></number:number-style>
                <style:style style:name="own" style:family="table-cell" style:data-style-name="thousands"/>
                """,
                            HEAD.formatted("<table:table-cell table:style-name='own' office:value-type='float'"
                                    + " office:value='582000'><text:p>582</text:p></table:table-cell>")));

            assertThat(onlyReason(read)).contains("counts in thousands");
        }

        @Test
        void theConditionsOfAStyleThatSaysNothingElseCount() throws IOException {
            FolderRead read = styled("""
                <style:style style:name="white"><style:text-properties fo:color="#ffffff"/></style:style>
                <style:style style:name="own"><style:map style:condition="cell-content()&lt;600"
                  style:apply-style-name="white"/></style:style>
                """);

            assertThat(onlyReason(read)).contains("conditional format");
        }

        @Test
        void stylesThatAreEachOthersParentsAreReadOnce() throws IOException {
            FolderRead read = styled("""
                <style:style style:name="own" style:parent-style-name="other"/>
                <style:style style:name="other" style:parent-style-name="own"/>
                """);

            assertThat(read.values()).containsExactly("582");
        }

        @Test
        void aShareWithoutTextOrFormatIsRefused() throws IOException {
            assertThat(onlyReason(read("<table:table-cell office:value-type='percentage' office:value='0.1234'/>")))
                    .contains("does not say what it displays");
        }

        @Test
        void aNumberThatShowsSomethingElseIsRefused() throws IOException {
            assertThat(onlyReason(read("<table:table-cell office:value-type='float'"
                            + " office:value='3'><text:p>c</text:p></table:table-cell>")))
                    .contains("does not say what it displays");
        }

        @Test
        void aFormulaWithoutResultWasNeverCalculated() throws IOException {
            assertThat(onlyReason(read("<table:table-cell table:formula='of:=500+82'/>")))
                    .contains("never calculated");
        }
    }
}
