package careledger.api.png;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.apache.batik.bridge.FontFace;
import org.apache.batik.bridge.FontFamilyResolver;
import org.apache.batik.gvt.font.AWTGVTFont;
import org.apache.batik.gvt.font.GVTFont;
import org.apache.batik.gvt.font.GVTFontFace;
import org.apache.batik.gvt.font.GVTFontFamily;
import org.jspecify.annotations.Nullable;

/**
 * The font of charts, in its two weights, out of the program's own files: whatever fonts the machine has or lacks, the
 * picture is the same.
 */
final class ChartFonts implements FontFamilyResolver, GVTFontFamily {
    private static final String FOLDER = "/careledger/api/pdf/";
    private static final String NAME = "Source Sans 3";

    private final Font regular = font("SourceSans3-Regular.ttf");
    private final Font bold = font("SourceSans3-Semibold.ttf");

    private static Font font(String name) {
        try (InputStream file = ChartFonts.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the program has no font '" + FOLDER + name + "'");
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font '" + FOLDER + name + "' cannot be read", e);
        }
    }

    @Override
    public GVTFontFamily resolve(String name) {
        return this;
    }

    @Override
    public GVTFontFamily resolve(String name, FontFace face) {
        return this;
    }

    @Override
    public GVTFontFamily loadFont(InputStream file, FontFace face) {
        return this;
    }

    @Override
    public GVTFontFamily getDefault() {
        return this;
    }

    @Override
    public GVTFontFamily getFamilyThatCanDisplay(char letter) {
        return this;
    }

    @Override
    public String getFamilyName() {
        return NAME;
    }

    @Override
    public GVTFontFace getFontFace() {
        return new GVTFontFace(NAME);
    }

    @Override
    public GVTFont deriveFont(float size, AttributedCharacterIterator text) {
        return deriveFont(size, text.getAttributes());
    }

    @Override
    public GVTFont deriveFont(float size, @SuppressWarnings("rawtypes") Map attributes) {
        @Nullable Object weight = attributes.get(TextAttribute.WEIGHT);
        boolean heavy = weight instanceof Float much && much > TextAttribute.WEIGHT_MEDIUM;
        return new AWTGVTFont((heavy ? bold : regular).deriveFont(size));
    }

    @Override
    public boolean isComplex() {
        return false;
    }
}
