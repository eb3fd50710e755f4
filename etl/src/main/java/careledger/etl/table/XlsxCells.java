package careledger.etl.table;

import careledger.etl.table.format.CellFormat;
import careledger.etl.table.format.RichText;
import careledger.etl.table.format.RichText.Position;
import careledger.etl.table.format.ShownCell;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What the cells of an .xlsx show. The stored value is never shown in place of what its format displays: a format that
 * shows {@code 12.3%}, or {@code c} for counts below five, is part of the figure.
 */
final class XlsxCells {
    private static final double NEAR = 1e-9;
    private static final Pattern CHANGES_BY_ITSELF = Pattern.compile("(?i)\\b(?:TODAY|NOW|RAND|RANDBETWEEN)\\(");
    private static final BigDecimal DAYS_FROM_1900_TO_1904 = BigDecimal.valueOf(1462);

    private final boolean from1904;
    private final boolean calculatedWhenOpened;
    private final FormulaEvaluator evaluator;
    private final CalculatedCells calculated;
    private final Map<String, CellFormat> formats = new HashMap<>();
    private final Map<Short, Boolean> hiding = new HashMap<>();

    /** @param evaluator of the book; it keeps what it has calculated */
    XlsxCells(XSSFWorkbook book, FormulaEvaluator evaluator) {
        this.from1904 = book.isDate1904();
        this.calculatedWhenOpened = book.getForceFormulaRecalculation();
        this.evaluator = evaluator;
        this.calculated = new CalculatedCells(book);
    }

    ShownCell of(XSSFCell cell) {
        ShownCell shown = content(cell);
        if (shown.text().isBlank() || shown.unclear().isPresent()) {
            return shown;
        }
        XSSFCellStyle style = cell.getCellStyle();
        XSSFFont font = style.getFont();
        if (font.getStrikeout()) {
            return new RichText().add(shown.text(), Position.LEVEL, true).shown();
        }
        return hides(style, font) ? ShownCell.inTheColourOfItsBackground() : shown;
    }

    /** @param own font of the style */
    private boolean hides(XSSFCellStyle style, XSSFFont own) {
        return hiding.computeIfAbsent(style.getIndex(), index -> XlsxColours.hide(style, own));
    }

    private ShownCell content(XSSFCell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        if (formula) {
            Optional<ShownCell> wrong = notCalculated(cell);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> text(cell);
            case BOOLEAN -> ShownCell.of(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR ->
                ShownCell.of(FormulaError.forInt(cell.getErrorCellValue()).getString());
            case NUMERIC -> empty(cell) ? ShownCell.of("") : number(cell);
            case BLANK, _NONE, FORMULA -> ShownCell.of("");
        };
    }

    private static boolean empty(XSSFCell cell) {
        String stored = cell.getCTCell().getV();
        return stored == null || stored.isBlank();
    }

    /** Why the stored result of a formula is not what the workbook shows once it is opened, if so. */
    private Optional<ShownCell> notCalculated(XSSFCell cell) {
        boolean number = cell.getCachedFormulaResultType() == CellType.NUMERIC;
        if (empty(cell) && number) {
            return Optional.of(unclear(cell, "never calculated", "was never calculated"));
        }
        if (!calculatedWhenOpened
                && (!number || CHANGES_BY_ITSELF.matcher(cell.getCellFormula()).find())) {
            return Optional.empty();
        }
        String stored = "has the stored result '" + cell.getCTCell().getV() + "', ";
        Optional<Boolean> same = sameWhenCalculated(cell);
        if (same.isPresent()) {
            return same.get()
                    ? Optional.empty()
                    : Optional.of(unclear(
                            cell,
                            "not calculated",
                            stored
                                    + (calculatedWhenOpened
                                            ? "which the workbook replaces when it is opened"
                                            : "and its cells give another")));
        }
        boolean zero = number && cell.getNumericCellValue() == 0;
        return calculatedWhenOpened || (zero && !calculated.contains(cell))
                ? Optional.of(
                        unclear(
                                cell,
                                "not calculated",
                                stored
                                        + "which cannot be checked here, and nothing in the workbook shows that it was calculated"))
                : Optional.empty();
    }

    private static ShownCell unclear(XSSFCell cell, String what, String why) {
        return ShownCell.unclear(
                "=" + cell.getCellFormula() + " (" + what + ")",
                "The formula " + why + ". Open the workbook, let it calculate, and save it.");
    }

    /** Empty where the formula cannot be calculated here: functions that the library has not, other workbooks, circles. */
    private Optional<Boolean> sameWhenCalculated(XSSFCell cell) {
        try {
            CellValue value = evaluator.evaluate(cell);
            if (value != null
                    && value.getCellType() == CellType.ERROR
                    && cell.getCachedFormulaResultType() != CellType.ERROR) {
                return Optional.empty();
            }
            if (value == null || value.getCellType() != cell.getCachedFormulaResultType()) {
                return Optional.of(false);
            }
            return Optional.of(
                    switch (value.getCellType()) {
                        case NUMERIC -> near(value.getNumberValue(), cell.getNumericCellValue());
                        case STRING -> value.getStringValue().equals(cell.getStringCellValue());
                        case BOOLEAN -> value.getBooleanValue() == cell.getBooleanCellValue();
                        default -> value.getErrorValue() == cell.getErrorCellValue();
                    });
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Programs add and divide in another order, and differ in the last digits. */
    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= NEAR * Math.max(Math.abs(one), Math.abs(other));
    }

    private ShownCell number(XSSFCell cell) {
        Optional<CellFormat> format = format(cell);
        BigDecimal value = CellFormat.kept(cell.getNumericCellValue());
        if (format.isEmpty()) {
            return ShownCell.unclear(
                    value.toPlainString(),
                    "The cell's format is one of another language. Give it a plain number format.");
        }
        boolean moved = from1904 && format.get().time(value);
        ShownCell shown = format.get().show(moved ? value.add(DAYS_FROM_1900_TO_1904) : value);
        Position position = position(cell.getCellStyle().getFont());
        return shown.unclear().isPresent() || position == Position.LEVEL
                ? shown
                : new RichText().add(shown.text(), position, false).shown();
    }

    private ShownCell text(XSSFCell cell) {
        XSSFRichTextString rich = cell.getRichStringCellValue();
        XSSFFont own = cell.getCellStyle().getFont();
        String plain = rich.getString();
        RichText text = new RichText();
        if (rich.numFormattingRuns() == 0) {
            text.add(plain, position(own), false);
        }
        for (int i = 0; i < rich.numFormattingRuns(); i++) {
            int start = Math.min(plain.length(), rich.getIndexOfFormattingRun(i));
            int end = Math.min(plain.length(), start + rich.getLengthOfFormattingRun(i));
            XSSFFont font = rich.getFontOfFormattingRun(i);
            boolean unseen = font != null
                    && XlsxColours.hide(cell.getCellStyle(), font)
                    && !plain.substring(start, end).isBlank();
            if (unseen) {
                return ShownCell.inTheColourOfItsBackground();
            }
            text.add(
                    plain.substring(start, end),
                    position(font == null ? own : font),
                    font != null && font.getStrikeout());
        }
        ShownCell shown = text.shown();
        return shown.unclear().isPresent()
                ? shown
                : format(cell).orElse(CellFormat.GENERAL).show(shown.text());
    }

    private Optional<CellFormat> format(XSSFCell cell) {
        XSSFCellStyle style = cell.getCellStyle();
        String code = style.getDataFormatString();
        if (code == null) {
            return style.getDataFormat() == 0 ? Optional.of(CellFormat.GENERAL) : Optional.empty();
        }
        return Optional.of(formats.computeIfAbsent(code, CellFormat::ofCode));
    }

    private static Position position(XSSFFont font) {
        return switch (font.getTypeOffset()) {
            case Font.SS_SUPER -> Position.RAISED;
            case Font.SS_SUB -> Position.LOWERED;
            default -> Position.LEVEL;
        };
    }
}
