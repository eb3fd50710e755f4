package careledger.etl.table;

import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** Whether a cell of an .xlsx is written in the colour of its background. */
final class XlsxColours {
    private static final String WHITE = "FFFFFF";

    private XlsxColours() {}

    static boolean hide(XSSFCellStyle style) {
        String text = rgb(style.getFont().getXSSFColor(), "");
        if (text.isEmpty()) {
            return false;
        }
        boolean filled = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND;
        return filled
                ? text.equals(rgb(style.getFillForegroundXSSFColor(), ""))
                : style.getFillPattern() == FillPatternType.NO_FILL && text.equals(WHITE);
    }

    static boolean white(XSSFColor colour) {
        return rgb(colour, "").equals(WHITE);
    }

    private static String rgb(XSSFColor colour, String unknown) {
        if (colour == null || colour.isAuto()) {
            return unknown;
        }
        if (colour.isIndexed()) {
            return colour.getIndexed() == IndexedColors.WHITE.getIndex()
                            || colour.getIndexed() == IndexedColors.WHITE1.getIndex()
                    ? WHITE
                    : unknown;
        }
        byte[] rgb = colour.getRGBWithTint();
        if (rgb == null) {
            return unknown;
        }
        return String.format("%02X%02X%02X", rgb[rgb.length - 3], rgb[rgb.length - 2], rgb[rgb.length - 1]);
    }
}
