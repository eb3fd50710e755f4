package careledger.etl.table;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.etl.table.format.CellFormat;
import careledger.etl.table.format.ShownCell;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cell shows is what a spreadsheet program displays, or the cell is refused; .xlsx and .ods give the same. */
class DisplayedTextTest {
    private static final List<String> FORMATS = List.of(
            "General",
            "0",
            "0.0",
            "0.00",
            "#,##0",
            "#,##0.00",
            "#",
            "#.0",
            "000",
            "0.0##",
            "0.",
            "0%",
            "0.0%",
            "0.00%",
            "0.0\"%\"",
            "\"£\"#,##0",
            "£#,##0.00",
            "[$£-809]#,##0;[Red]-[$£-809]#,##0",
            "[$£-809]#,##0.00",
            "$#,##0",
            "0,",
            "0.0,",
            "#,##0,",
            "£0.0,,\"m\"",
            "0.00,,",
            "£#,##0,\"k\"",
            "0.0,,\" million\"",
            "\"c\"",
            "\\c",
            "\"<5\"",
            ";;;",
            "[<5]\"c\";0",
            "[<5]\"\";0",
            "[<5]\"c\";#,##0",
            "[>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0",
            "0;-0",
            "0;-0;;@",
            "0;-0;\"nil\"",
            "0;(0)",
            "#,##0;[Red]#,##0",
            "#,##0;(#,##0);\"-\"",
            "#,##0_);(#,##0)",
            "#,##0_);[Red](#,##0)",
            "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-",
            "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-",
            "_-£* #,##0.00_-;-£* #,##0.00_-;_-£* \"-\"??_-;_-@_-",
            "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)",
            "_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"??_);_(@_)",
            "[Red]0",
            "[Blue]0.0;[Red]-0.0",
            "[White]0",
            "[Color10]0",
            "0\" children\"",
            "\"n=\"0",
            "0\\*",
            "0\"*\"",
            "0\"1\"",
            "+0;-0;0",
            "0.0?",
            "??0",
            "?0.0?",
            "0 \"(\"0\")\"",
            "# ?/?",
            "# ??/??",
            "0.00E+00",
            "##0.0E+0",
            "00-00-00",
            "*-0",
            "0*x",
            "@",
            "\"total \"0.0",
            "#,##0.0,,;-#,##0.0,,",
            "[=0]\"none\";0",
            "[=1]\"yes\";[=0]\"no\";0",
            "[<=100]0.0;[>100]0",
            "General\" days\"",
            "0_ ;-0 ",
            "0.0;;",
            "#,###",
            "#,###.##",
            "0,000",
            "0.000,",
            "\\£0",
            "\"£\"0.0,,",
            "[$-809]0",
            "dd/mm/yyyy",
            "d mmm yyyy",
            "yyyy-mm-dd",
            "mmm yy",
            "mmm-yy",
            "mmmm yyyy",
            "yyyy",
            "d-mmm",
            "dd/mm/yy hh:mm",
            "h:mm",
            "hh:mm",
            "[h]:mm",
            "mm:ss",
            "hh:mm:ss",
            "h:mm AM/PM",
            "[mm]:ss",
            "dddd d mmmm yyyy",
            "[$-407]mmmm yyyy",
            "[$-809]d mmmm yyyy",
            "mmmmm",
            "ss.00",
            "hh:mm:ss.0",
            "[s]");
    private static final double[] VALUES = {
        0,
        1,
        3,
        4.6,
        5,
        12,
        582,
        0.1234,
        0.125,
        0.5,
        99.95,
        1.005,
        1234,
        1234.5,
        12345.678,
        80914300,
        1234567,
        999999.5,
        -1,
        -0.4,
        -5.25,
        -1234.5,
        0.004,
        43921,
        43921.5,
        0.0486111111111111,
        1.5,
        100.0 / 3,
        0.045,
        2.675
    };

    /** Formats that show day, month and year; we write such days in one way. */
    private static final Map<String, String> DAYS = Map.of(
            "dd/mm/yyyy", "dd/MM/yyyy",
            "d mmm yyyy", "d MMM yyyy",
            "dd/mm/yy hh:mm", "dd/MM/yy HH:mm",
            "dddd d mmmm yyyy", "EEEE d MMMM yyyy",
            "[$-809]d mmmm yyyy", "d MMMM yyyy");

    @TempDir
    Path folder;

    @Test
    void agreesWithWhatASpreadsheetProgramDisplays() throws IOException, InterruptedException {
        Path xlsx = folder.resolve("formats.xlsx");
        write(xlsx);
        List<List<String>> displayed = csv(SpreadsheetProgram.convert(xlsx, "csv"));
        SheetCells ours = FirstSheet.of(xlsx);
        SheetCells converted = FirstSheet.of(SpreadsheetProgram.convert(xlsx, "ods"));
        List<String> wrong = new ArrayList<>();
        int certain = 0;
        for (int row = 0; row < FORMATS.size(); row++) {
            String format = FORMATS.get(row);
            for (int column = 0; column < VALUES.length; column++) {
                String seen = displayed.get(row).get(column);
                ShownCell shown = ours.cell(row + 1, column + 1);
                ShownCell ods = converted.cell(row + 1, column + 1);
                certain += shown.unclear().isEmpty() ? 1 : 0;
                boolean right = agrees(format, seen, shown) && agrees(format, seen, ods);
                boolean alike = lossyInOds(format)
                        || shown.unclear().isPresent() == ods.unclear().isPresent();
                if (!right || !alike) {
                    wrong.add(format + " of " + VALUES[column] + ": displayed '" + seen + "', .xlsx " + shown
                            + ", .ods " + ods);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(certain).isGreaterThan(2 * FORMATS.size() * VALUES.length / 3);
    }

    @Test
    void aNegativeNumberThatOnlyItsColourTellsApartIsRefused() {
        CellFormat red = CellFormat.ofCode("#,##0;[Red]#,##0");

        assertThat(red.show(BigDecimal.valueOf(1234))).isEqualTo(ShownCell.of("1,234"));
        assertThat(red.show(BigDecimal.valueOf(-1234)).unclear().orElseThrow())
                .contains("it shows a negative number without its sign");
    }

    /** Formats of which the program saves only a part in an .ods. */
    private static boolean lossyInOds(String format) {
        return format.contains("?") || format.contains("$-407") || format.equals("mmmmm");
    }

    private static boolean agrees(String format, String displayed, ShownCell cell) {
        return cell.unclear().isPresent() || agrees(format, displayed, cell.text());
    }

    private static boolean agrees(String format, String displayed, String shown) {
        String expected = DAYS.containsKey(format) && shown.matches("[0-9]{4}-.*")
                ? LocalDateTime.parse(shown.contains("T") ? shown : shown + "T00:00")
                        .format(DateTimeFormatter.ofPattern(DAYS.get(format), Locale.ENGLISH))
                : shown;
        return squeezed(displayed).equals(squeezed(expected));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0]", "");
    }

    private static void write(Path file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet("Formats");
            for (int row = 0; row < FORMATS.size(); row++) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(FORMATS.get(row)));
                XSSFRow cells = sheet.createRow(row);
                for (int column = 0; column < VALUES.length; column++) {
                    var cell = cells.createCell(column);
                    cell.setCellValue(VALUES[column]);
                    cell.setCellStyle(style);
                }
            }
            book.write(out);
        }
    }

    private static List<List<String>> csv(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            CsvRows all = new CsvRows(in, ',');
            for (Optional<TableRow> row = all.next(); row.isPresent(); row = all.next()) {
                rows.add(row.get().cells());
            }
        }
        return rows;
    }
}
