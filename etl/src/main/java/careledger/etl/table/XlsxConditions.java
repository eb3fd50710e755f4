package careledger.etl.table;

import careledger.etl.table.format.ShownCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Where a sheet of an .xlsx changes by a condition how its cells are displayed, or hides them. */
final class XlsxConditions {
    private final List<CellRangeAddress> hiding = new ArrayList<>();
    private final boolean zerosShown;

    XlsxConditions(XSSFSheet sheet) {
        zerosShown = sheet.isDisplayZeros();
        var all = sheet.getSheetConditionalFormatting();
        for (int i = 0; i < all.getNumConditionalFormattings(); i++) {
            XSSFConditionalFormatting one = all.getConditionalFormattingAt(i);
            for (int rule = 0; rule < one.getNumberOfRules(); rule++) {
                if (hides(one.getRule(rule))) {
                    hiding.addAll(Arrays.asList(one.getFormattingRanges()));
                }
            }
        }
    }

    ShownCell of(XSSFCell cell, ShownCell shown) {
        if (shown.text().isBlank() || shown.unclear().isPresent()) {
            return shown;
        }
        if (!zerosShown && shown.text().equals("0")) {
            return ShownCell.unclear(
                    ShownCell.HIDDEN,
                    "The sheet is set not to show zeros, and this cell holds one. Let the sheet show zeros.");
        }
        boolean conditional = hiding.stream().anyMatch(range -> range.isInRange(cell));
        return conditional && shown.text().matches("[^\\p{L}]*[0-9][^\\p{L}]*")
                ? ShownCell.unclear(
                        shown.text(),
                        "A conditional format may hide this figure or show it in another way, so nobody can say what is"
                                + " displayed. Remove the condition from the cell.")
                : shown;
    }

    private static boolean hides(XSSFConditionalFormattingRule rule) {
        XSSFFontFormatting font = rule.getFontFormatting();
        boolean white = font != null && XlsxColours.white(font.getFontColor()) && rule.getPatternFormatting() == null;
        return white || rule.getNumberFormat() != null;
    }
}
