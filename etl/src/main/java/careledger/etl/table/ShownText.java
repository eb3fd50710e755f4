package careledger.etl.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * The text that a cell of an .xlsx shows, which is what its publisher says: a format that shows {@code 12.3%}, or {@code c}
 * for counts below five, is part of the figure. Days are written {@code 2020-03-31} whatever their format; a number
 * without a format is written out to six decimals; a formula shows its stored result.
 */
final class ShownText {
    private static final int DECIMALS = 6;

    private final DataFormatter formatter = new DataFormatter(Locale.UK);

    String of(Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        if (formula && cell instanceof XSSFCell stored && !stored.getCTCell().isSetV()) {
            return "=" + cell.getCellFormula() + " (never calculated)";
        }
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case NUMERIC -> number(cell);
            case BLANK, _NONE, FORMULA -> "";
        };
    }

    private String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime at = cell.getLocalDateTimeCellValue();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
        }
        String format = cell.getCellStyle().getDataFormatString();
        double value = cell.getNumericCellValue();
        if (format == null || format.isBlank() || format.equalsIgnoreCase("General") || format.equals("@")) {
            return plain(value);
        }
        return formatter
                .formatRawCellContents(value, cell.getCellStyle().getDataFormat(), format)
                .strip();
    }

    private static String plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        BigDecimal kept = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }
}
