package careledger.etl.table;

import careledger.etl.table.format.ShownCell;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.formula.ConditionalFormattingEvaluator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An .xlsx, read by Apache POI. */
record XlsxWorkbook(List<SheetCells> sheets) implements Workbook {
    /** A workbook takes some thirty times its unpacked size in memory. */
    private static final long MOST_UNPACKED = 24L << 20;

    static XlsxWorkbook of(DeliveredBytes bytes) throws IOException {
        try (ZipEntries entries = ZipEntries.of(bytes)) {
            if (entries.declaredSize() > MOST_UNPACKED) {
                throw new UnreadableFileException("The workbook unpacks to " + (entries.declaredSize() >> 20)
                        + " MB, more than the " + (MOST_UNPACKED >> 20)
                        + " MB that are read; save the sheet that is wanted as CSV.");
            }
        }
        try (InputStream in = bytes.open();
                OPCPackage opened = OPCPackage.open(in);
                XSSFWorkbook book = new XSSFWorkbook(opened)) {
            List<SheetCells> sheets = new ArrayList<>();
            XSSFFormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            ConditionalFormattingEvaluator conditions = new ConditionalFormattingEvaluator(book, evaluator);
            XlsxCells shown = new XlsxCells(book, evaluator);
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                boolean hidden = book.getSheetVisibility(i) != SheetVisibility.VISIBLE;
                XSSFSheet sheet = book.getSheetAt(i);
                sheets.add(sheet(sheet, hidden, shown, new XlsxConditions(sheet, conditions)));
            }
            return new XlsxWorkbook(sheets);
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            throw new UnreadableFileException("The workbook cannot be opened (" + e.getMessage()
                    + "); it is damaged, was cut off, or is no .xlsx. Open it, and save it again as .xlsx.");
        }
    }

    private static SheetCells sheet(XSSFSheet sheet, boolean hidden, XlsxCells shown, XlsxConditions conditions) {
        SheetCells cells = new SheetCells(sheet.getSheetName(), hidden);
        int lastColumn = 0;
        for (Row row : sheet) {
            if (row.getZeroHeight() || row.getHeight() == 0) {
                cells.hideRow(row.getRowNum() + 1);
            }
            for (Cell cell : row) {
                ShownCell seen = conditions.of((XSSFCell) cell, shown.of((XSSFCell) cell));
                cells.put(cell.getRowIndex() + 1, cell.getColumnIndex() + 1, seen);
                lastColumn = Math.max(lastColumn, cell.getColumnIndex());
            }
        }
        for (int column = 0; column <= lastColumn; column++) {
            if (sheet.isColumnHidden(column) || sheet.getColumnWidth(column) == 0) {
                cells.hideColumn(column + 1);
            }
        }
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            cells.merge(new SheetCells.Merged(
                    range.getFirstRow() + 1,
                    range.getFirstColumn() + 1,
                    range.getLastRow() + 1,
                    range.getLastColumn() + 1));
        }
        return cells;
    }
}
