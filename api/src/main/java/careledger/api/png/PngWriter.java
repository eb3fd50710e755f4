package careledger.api.png;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.bridge.FontFamilyResolver;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Turns a chart into a PNG for papers and slides: on white, two points to each unit of the drawing. */
public final class PngWriter {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");
    private static final float POINTS = 2;

    private PngWriter() {}

    /**
     * @param svg a chart of this program, which loads nothing
     * @throws IllegalArgumentException if it is no such chart
     */
    public static byte[] write(String svg) {
        Matcher size = SIZE.matcher(svg);
        if (!size.find()) {
            throw new IllegalArgumentException("the chart does not give its size; expected a viewBox at 0 0");
        }
        PNGTranscoder pictures = new ChartTranscoder();
        pictures.addTranscodingHint(PNGTranscoder.KEY_WIDTH, POINTS * Float.parseFloat(size.group(1)));
        pictures.addTranscodingHint(PNGTranscoder.KEY_HEIGHT, POINTS * Float.parseFloat(size.group(2)));
        pictures.addTranscodingHint(PNGTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            pictures.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
        } catch (TranscoderException e) {
            throw new IllegalArgumentException("the chart cannot be drawn as PNG", e);
        }
        return png.toByteArray();
    }

    private static final class ChartTranscoder extends PNGTranscoder {
        private static final FontFamilyResolver FONTS = new ChartFonts();

        @Override
        protected UserAgent createUserAgent() {
            return new SVGAbstractTranscoderUserAgent() {
                @Override
                public FontFamilyResolver getFontFamilyResolver() {
                    return FONTS;
                }
            };
        }
    }
}
