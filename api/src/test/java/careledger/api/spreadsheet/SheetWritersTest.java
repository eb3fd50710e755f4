package careledger.api.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.export.ExportType;
import careledger.api.spreadsheet.SheetTable.Note;
import com.github.miachm.sods.Range;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks are read back by a library that did not write them. */
class SheetWritersTest {
    private static final List<SheetTable> SHEETS = List.of(
            new SheetTable(
                    "Data",
                    List.of(
                            new SheetColumn("text", ExportType.TEXT),
                            new SheetColumn("number", ExportType.NUMBER),
                            new SheetColumn("day", ExportType.DATE),
                            new SheetColumn("truth", ExportType.BOOLEAN),
                            new SheetColumn("moment", ExportType.TIMESTAMP)),
                    reader -> {
                        reader.accept(new Object[] {"=1+1", 46.8, "2020-03-31", true, "2026-11-26T09:30:00Z"});
                        reader.accept(new Object[] {"2019-20", 654, LocalDate.of(2019, 3, 31), false, null});
                        reader.accept(new Object[] {"bell \u0007 and <tag>", null, null, null, null});
                    }),
            SheetTable.notes(List.of(new Note("Licence", "Open Government Licence v3.0"))));

    @Test
    void xlsxHoldsTypedCellsAndNoFormula() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        XlsxWriter.write(SHEETS, file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            Row first = workbook.getSheet("Data").getRow(1);
            assertThat(first.getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(first.getCell(1).getNumericCellValue()).isEqualTo(46.8);
            assertThat(DateUtil.isCellDateFormatted(first.getCell(2))).isTrue();
            assertThat(first.getCell(2).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2020, 3, 31));
            assertThat(first.getCell(3).getBooleanCellValue()).isTrue();
            assertThat(workbook.getSheet("Data").getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("2019-20");
            assertThat(workbook.getSheet("Data").getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("bell  and <tag>");
            for (Row row : workbook.getSheet("Data")) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
            assertThat(workbook.getSheet("Notes").getRow(1).getCell(1).getStringCellValue())
                    .startsWith("Open Government Licence");
        }
    }

    @Test
    void odsHoldsTypedCellsAndNoFormula() throws Exception {
        Range data = ods().getSheet("Data").getDataRange();

        assertThat(data.getCell(1, 0).getValue()).isEqualTo("=1+1");
        assertThat(data.getCell(1, 0).getFormula()).isNull();
        assertThat(data.getCell(1, 1).getValue()).isEqualTo(46.8);
        assertThat(data.getCell(1, 2).getValue()).isEqualTo(LocalDate.of(2020, 3, 31));
        assertThat(data.getCell(1, 3).getValue()).isEqualTo(true);
        assertThat(data.getCell(2, 1).getValue()).isEqualTo(654.0);
        assertThat(data.getCell(3, 1).getValue()).isNull();
    }

    /** LibreOffice shows days without a format with the time 00:00:00. */
    @Test
    void daysAreShownWithoutATime() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OdsWriter.write(SHEETS, file);
        String content = "";
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("content.xml")) {
                    content = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }

        Matcher day = Pattern.compile(
                        "table:style-name=\"(\\w+)\" office:value-type=\"date\" office:date-value=\"2020-03-31\"")
                .matcher(content);
        assertThat(day.find()).as(content).isTrue();
        assertThat(content).contains("style:name=\"" + day.group(1) + "\" style:data-style-name=\"datestyle\"");
    }

    @Test
    void columnsAreAsWideAsTheirDaysAndTitles() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        XlsxWriter.write(SHEETS, file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(workbook.getSheet("Data").getColumnWidthInPixels(2)).isGreaterThan(80);
        }
        assertThat(ods().getSheet("Data").getColumnWidth(4)).isGreaterThan(40);
    }

    /** The library looks for a row from the top, so that rows in their order took time by the square of their number. */
    @Test
    void rowsOfLongSheetsKeepTheirOrder() throws Exception {
        SheetTable table = new SheetTable(
                "Data",
                List.of(new SheetColumn("number", ExportType.NUMBER), new SheetColumn("day", ExportType.DATE)),
                reader -> IntStream.range(0, 3000)
                        .forEach(row -> reader.accept(new Object[] {
                            row, LocalDate.of(2000, 1, 1).plusDays(row).toString()
                        })));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OdsWriter.write(List.of(table), file);

        Range data = new SpreadSheet(new ByteArrayInputStream(file.toByteArray()))
                .getSheet("Data")
                .getDataRange();

        for (int row : List.of(1, 2, 1500, 3000)) {
            assertThat(data.getCell(row, 0).getValue()).isEqualTo(row - 1.0);
            assertThat(data.getCell(row, 1).getValue())
                    .isEqualTo(LocalDate.of(2000, 1, 1).plusDays(row - 1));
        }
        assertThat(data.getNumRows()).isEqualTo(3001);
    }

    private static SpreadSheet ods() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OdsWriter.write(SHEETS, file);
        return new SpreadSheet(new ByteArrayInputStream(file.toByteArray()));
    }
}
