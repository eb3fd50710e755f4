package careledger.etl.table;

import careledger.etl.table.format.ShownCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.ConditionalFormattingEvaluator;
import org.apache.poi.ss.formula.EvaluationConditionalFormatRule;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Where a sheet of an .xlsx changes by a condition how its cells are displayed, or hides them. */
final class XlsxConditions {
    private static final Pattern LATER =
            Pattern.compile("(?s)<x14:conditionalFormatting\\b.*?</x14:conditionalFormatting>");
    private static final Pattern LATER_RANGE = Pattern.compile("(?s)<xm:sqref>(.*?)</xm:sqref>");
    private static final Pattern LATER_HIDES =
            Pattern.compile("(?s)showValue=\"(?:0|false)\"|<x14:dxf>.*?<(?:numFmt|strike|color)\\b.*?</x14:dxf>");

    private final List<Ranged> rules = new ArrayList<>();
    private final List<CellRangeAddress> later = new ArrayList<>();
    private final ConditionalFormattingEvaluator evaluator;
    private final boolean zerosShown;

    /** A rule that changes more than the fill, and the cells that it is about. */
    private record Ranged(XSSFConditionalFormattingRule rule, List<CellRangeAddress> cells) {
        boolean holds(XSSFCell cell) {
            return cells.stream().anyMatch(range -> range.isInRange(cell));
        }

        /** Whether it shows a bar or an icon in place of the number. */
        boolean inPlaceOfTheNumber() {
            boolean bar = rule.getDataBarFormatting() != null
                    && rule.getDataBarFormatting().isIconOnly();
            return bar
                    || (rule.getMultiStateFormatting() != null
                            && rule.getMultiStateFormatting().isIconOnly());
        }
    }

    XlsxConditions(XSSFSheet sheet, ConditionalFormattingEvaluator evaluator) {
        this.evaluator = evaluator;
        zerosShown = sheet.isDisplayZeros();
        var all = sheet.getSheetConditionalFormatting();
        for (int i = 0; i < all.getNumConditionalFormattings(); i++) {
            XSSFConditionalFormatting one = all.getConditionalFormattingAt(i);
            for (int rule = 0; rule < one.getNumberOfRules(); rule++) {
                rules.add(new Ranged(one.getRule(rule), Arrays.asList(one.getFormattingRanges())));
            }
        }
        if (sheet.getCTWorksheet().isSetExtLst()) {
            ofLaterVersions(sheet.getCTWorksheet().getExtLst().xmlText());
        }
    }

    /** Conditions that Excel has had since 2010 are in a part of the sheet that is open to extensions. */
    private void ofLaterVersions(String xml) {
        Matcher one = LATER.matcher(xml);
        while (one.find()) {
            Matcher range = LATER_RANGE.matcher(one.group());
            if (LATER_HIDES.matcher(one.group()).find() && range.find()) {
                for (String cells : range.group(1).strip().split("\\s+", -1)) {
                    later.add(CellRangeAddress.valueOf(cells.toUpperCase(Locale.ROOT)));
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
        return mayChange(cell) ? ShownCell.changedByACondition(shown) : shown;
    }

    private boolean mayChange(XSSFCell cell) {
        List<Ranged> here = rules.stream().filter(one -> one.holds(cell)).toList();
        if (here.stream().anyMatch(Ranged::inPlaceOfTheNumber)
                || later.stream().anyMatch(range -> range.isInRange(cell))) {
            return true;
        }
        return here.stream().anyMatch(one -> changes(one.rule(), cell)) && mayHold(cell);
    }

    /** Whether a rule that holds hides the cell, or displays its number otherwise. */
    private static boolean changes(XSSFConditionalFormattingRule rule, XSSFCell cell) {
        XSSFFontFormatting font = rule.getFontFormatting();
        return rule.getNumberFormat() != null
                || (font != null && font.isStruckout())
                || ((font != null || rule.getPatternFormatting() != null)
                        && XlsxColours.hide(
                                cell.getCellStyle(),
                                Optional.ofNullable(font),
                                Optional.ofNullable(rule.getPatternFormatting())));
    }

    /** Whether a condition that changes the cell holds, or nobody can say. */
    private boolean mayHold(XSSFCell cell) {
        try {
            return evaluator.getConditionalFormattingForCell(cell).stream()
                    .map(EvaluationConditionalFormatRule::getRule)
                    .anyMatch(rule -> changes((XSSFConditionalFormattingRule) rule, cell));
        } catch (RuntimeException e) { // functions that the library has not
            return true;
        }
    }
}
