package careledger.api.spreadsheet;

import careledger.answers.export.ExportType;
import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes sheets as an ODS workbook, the open format that UK government prefers. The sheets are held in memory. */
public final class OdsWriter {
    /** Media type of the file. */
    public static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    /** Of a letter. */
    private static final double MILLIMETRES = 2.1;

    private OdsWriter() {}

    public static void write(List<SheetTable> sheets, OutputStream out) throws IOException {
        SpreadSheet workbook = new SpreadSheet();
        for (SheetTable sheet : sheets) {
            workbook.appendSheet(sheet(sheet));
        }
        workbook.save(out);
    }

    private static Sheet sheet(SheetTable table) throws IOException {
        List<SheetColumn> columns = table.columns();
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(columns.stream().map(SheetColumn::title).toArray());
        table.rows().read(cells -> {
            @Nullable Object[] row = new @Nullable Object[cells.length];
            for (int i = 0; i < cells.length; i++) {
                row[i] = CellValue.of(columns.get(i).type(), cells[i]);
            }
            rows.add(row);
        });
        Sheet sheet = new Sheet(table.name(), rows.size(), columns.size());
        Style day = day();
        // From the last to the first: the library looks for a row from the top, past every row that was written before.
        for (int row = rows.size() - 1; row >= 0; row--) {
            sheet.getRange(row, 0, 1, columns.size()).setValues(rows.get(row));
            for (int i = 0; i < columns.size() && row > 0; i++) {
                if (columns.get(i).type() == ExportType.DATE) {
                    sheet.getRange(row, i).setStyle(day);
                }
            }
        }
        Range heading = sheet.getRange(0, 0, 1, columns.size());
        heading.setFontBold(true);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, MILLIMETRES * columns.get(i).letters());
        }
        return sheet;
    }

    /** Without it, LibreOffice shows a day with the time 00:00:00. */
    private static Style day() {
        Style day = new Style();
        day.setDataStyle("YYYY-MM-DD");
        return day;
    }
}
