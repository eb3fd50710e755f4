package careledger.api.spreadsheet;

import careledger.release.file.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes sheets as an XLSX workbook. Text is text, whatever it begins with: no cell is a formula. */
public final class XlsxWriter {
    /** Media type of the file. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_AT_ONCE = 500;

    private XlsxWriter() {}

    /** Writes the sheets in order; a sheet's rows go out while they are read. */
    public static void write(List<SheetTable> sheets, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "CareLedger", "1.0")) {
            for (SheetTable sheet : sheets) {
                write(sheet, workbook.newWorksheet(sheet.name()));
            }
        }
    }

    private static void write(SheetTable table, Worksheet sheet) throws IOException {
        List<SheetColumn> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i).title());
            sheet.style(0, i).bold().set();
            sheet.width(i, columns.get(i).letters());
        }
        sheet.freezePane(0, 1);
        int[] row = {0};
        table.rows().read(cells -> {
            row[0]++;
            for (int i = 0; i < cells.length; i++) {
                write(sheet, row[0], i, CellValue.of(columns.get(i).type(), cells[i]));
            }
            if (row[0] % ROWS_AT_ONCE == 0) {
                flush(sheet);
            }
        });
        sheet.finish();
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Double number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The workbook cannot be written: " + Failures.reason(e) + ".", e);
        }
    }
}
