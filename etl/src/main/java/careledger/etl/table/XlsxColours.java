package careledger.etl.table;

import java.util.HexFormat;
import java.util.Optional;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;

/** Whether a cell of an .xlsx is written in the colour of its background. */
final class XlsxColours {
    private static final String WHITE = "FFFFFF";
    private static final String BLACK = "000000";

    private XlsxColours() {}

    /** @param font of the cell, or of some of its words */
    static boolean hide(XSSFCellStyle style, XSSFFont font) {
        return unreadable(text(font), behind(style));
    }

    /** Whether a cell is unreadable once a conditional format has replaced its colours by those given. */
    static boolean hide(XSSFCellStyle style, Optional<XSSFFontFormatting> font, Optional<XSSFPatternFormatting> fill) {
        Optional<String> text =
                font.map(XSSFFontFormatting::getFontColor).map(XlsxColours::rgb).orElseGet(() -> text(style.getFont()));
        Optional<String> behind = fill.map(XlsxColours::background).orElseGet(() -> behind(style));
        return unreadable(text, behind);
    }

    private static boolean unreadable(Optional<String> text, Optional<String> behind) {
        return text.isPresent() && behind.isPresent() && Contrast.unreadable(text.get(), behind.get());
    }

    private static Optional<String> text(XSSFFont font) {
        return rgb(font.getXSSFColor());
    }

    private static Optional<String> behind(XSSFCellStyle style) {
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                ? rgb(style.getFillForegroundXSSFColor())
                : Optional.of(WHITE);
    }

    /** A condition's solid fill has the colour that is called the background. */
    private static Optional<String> background(XSSFPatternFormatting fill) {
        XSSFColor colour = fill.getFillBackgroundColorColor();
        return colour == null ? Optional.empty() : rgb(colour);
    }

    /** Six hexadecimal digits; automatic text is black. */
    private static Optional<String> rgb(XSSFColor colour) {
        if (colour == null || colour.isAuto()) {
            return Optional.of(BLACK);
        }
        if (colour.isIndexed()
                && (colour.getIndexed() == IndexedColors.WHITE.getIndex()
                        || colour.getIndexed() == IndexedColors.WHITE1.getIndex())) {
            return Optional.of(WHITE);
        }
        byte[] rgb = colour.getRGBWithTint();
        return rgb == null
                ? Optional.empty()
                : Optional.of(HexFormat.of().withUpperCase().formatHex(rgb, rgb.length - 3, rgb.length));
    }
}
