package careledger.etl.table;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.etl.table.format.ShownCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting.IconSet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure that colours or conditional formats hide is refused, one that they only decorate is read; in .xlsx and .ods. */
class ConditionalFormatsTest {
    private static final XSSFColor WHITE = new XSSFColor(new byte[] {-1, -1, -1});
    private static final XSSFColor RED = new XSSFColor(new byte[] {-1, 0, 0});
    private static final XSSFColor NEARLY_WHITE = new XSSFColor(new byte[] {-2, -2, -2});
    private static final XSSFColor GREY = new XSSFColor(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80});

    /** What is done to a cell that holds 3, and whether it can still be read. */
    private record Case(String name, boolean read, Consumer<XSSFCell> look) {}

    private static final List<Case> CASES = List.of(
            new Case("nothing", true, cell -> {}),
            new Case("an icon in place of the number", false, cell -> icons(cell, true)),
            new Case("an icon beside the number", true, cell -> icons(cell, false)),
            new Case("a bar in place of the number", false, cell -> bar(cell, true)),
            new Case("a bar behind the number", true, cell -> bar(cell, false)),
            new Case("white below five", false, cell -> rule(cell, "%s<5", rule -> font(rule, WHITE))),
            new Case("white from five on", true, cell -> fromFive(cell)),
            new Case(
                    "red on red",
                    false,
                    cell -> rule(cell, "1=1", rule -> {
                        font(rule, RED);
                        fill(rule, RED);
                    })),
            new Case(
                    "white on red",
                    true,
                    cell -> rule(cell, "1=1", rule -> {
                        font(rule, WHITE);
                        fill(rule, RED);
                    })),
            new Case("nearly white", false, cell -> own(cell, NEARLY_WHITE, WHITE)),
            new Case("grey", true, cell -> own(cell, GREY, WHITE)),
            new Case("grey on grey", false, cell -> own(cell, GREY, GREY)),
            new Case("a word of which some is white", false, ConditionalFormatsTest::partlyWhite));

    @TempDir
    Path folder;

    @Test
    void whatIsHiddenIsRefusedAndTheRestIsRead() throws IOException, InterruptedException {
        Path xlsx = folder.resolve("looks.xlsx");
        write(xlsx);

        assertThat(read(xlsx)).isEqualTo(expected());
        assertThat(read(SpreadsheetProgram.convert(xlsx, "ods"))).isEqualTo(expected());
    }

    private static List<String> expected() {
        return CASES.stream().map(one -> one.name() + ": " + one.read()).toList();
    }

    private static List<String> read(Path file) throws IOException {
        List<String> read = new ArrayList<>();
        SheetCells sheet = FirstSheet.of(file);
        for (int row = 1; row <= CASES.size(); row++) {
            ShownCell shown = sheet.cell(row, 2);
            read.add(sheet.text(row, 1) + ": " + shown.unclear().isEmpty());
        }
        return read;
    }

    private static void write(Path file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet("Looks");
            for (int row = 0; row < CASES.size(); row++) {
                var cells = sheet.createRow(row);
                cells.createCell(0).setCellValue(CASES.get(row).name());
                XSSFCell cell = cells.createCell(1);
                cell.setCellValue(3);
                CASES.get(row).look().accept(cell);
            }
            book.write(out);
        }
    }

    private static void add(XSSFCell cell, XSSFConditionalFormattingRule rule) {
        cell.getSheet().getSheetConditionalFormatting().addConditionalFormatting(range(cell), rule);
    }

    private static CellRangeAddress[] range(XSSFCell cell) {
        return new CellRangeAddress[] {new CellRangeAddress(cell.getRowIndex(), cell.getRowIndex(), 1, 1)};
    }

    private static void rule(XSSFCell cell, String formula, Consumer<XSSFConditionalFormattingRule> look) {
        XSSFSheetConditionalFormatting all = cell.getSheet().getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule =
                all.createConditionalFormattingRule(formula.formatted("$B$" + (cell.getRowIndex() + 1)));
        look.accept(rule);
        add(cell, rule);
    }

    private static void fromFive(XSSFCell cell) {
        XSSFConditionalFormattingRule rule = cell.getSheet()
                .getSheetConditionalFormatting()
                .createConditionalFormattingRule(ComparisonOperator.GE, "5");
        font(rule, WHITE);
        add(cell, rule);
    }

    private static void font(XSSFConditionalFormattingRule rule, XSSFColor colour) {
        rule.createFontFormatting().setFontColor(colour);
    }

    private static void fill(XSSFConditionalFormattingRule rule, XSSFColor colour) {
        rule.createPatternFormatting().setFillBackgroundColor(colour);
    }

    private static void icons(XSSFCell cell, boolean only) {
        XSSFConditionalFormattingRule rule = cell.getSheet()
                .getSheetConditionalFormatting()
                .createConditionalFormattingRule(IconSet.GYR_3_TRAFFIC_LIGHTS);
        rule.getMultiStateFormatting().setIconOnly(only);
        add(cell, rule);
    }

    private static void bar(XSSFCell cell, boolean only) {
        XSSFConditionalFormattingRule rule =
                cell.getSheet().getSheetConditionalFormatting().createConditionalFormattingRule(RED);
        rule.getDataBarFormatting().setIconOnly(only);
        add(cell, rule);
    }

    private static void own(XSSFCell cell, XSSFColor text, XSSFColor behind) {
        XSSFWorkbook book = cell.getSheet().getWorkbook();
        XSSFFont font = book.createFont();
        font.setColor(text);
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(behind);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        cell.setCellStyle(style);
    }

    private static void partlyWhite(XSSFCell cell) {
        XSSFFont font = cell.getSheet().getWorkbook().createFont();
        font.setColor(WHITE);
        XSSFRichTextString text = new XSSFRichTextString("582");
        text.applyFont(1, 3, font);
        cell.setCellValue(text);
    }
}
