package careledger.api.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints a page to a tagged PDF, with its font within. The page is well-formed XML; it reaches nothing but the program's
 * own files, at {@code program:name}.
 */
public final class PdfWriter {
    /** Media type of the file. */
    public static final String TYPE = "application/pdf";

    private static final String PROTOCOL = "program";
    private static final Set<String> FILES = Set.of("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf", "paper.css");

    /** A picture, with the text that says what it shows. */
    private static final Pattern PICTURE =
            Pattern.compile("<svg (?=[^>]*>\\s*<title[^>]*>([^<]*)</title>(?:<desc[^>]*>([^<]*)</desc>)?)");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    public static void write(String page, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useProtocolsStreamImplementation(PdfWriter::open, PROTOCOL);
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith(PROTOCOL + ":"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        try (BatikSVGDrawer pictures = new BatikSVGDrawer()) {
            builder.useSVGDrawer(pictures);
            builder.withHtmlContent(described(page), PROTOCOL + ":/");
            builder.toStream(out);
            builder.run();
        }
    }

    /** Who hears a PDF hears the attribute {@code alt}, which pictures on pages have as elements. */
    private static String described(String page) {
        return PICTURE.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement("<svg alt=\"" + found.group(1)
                        + (found.group(2) == null ? "" : ". " + found.group(2)).replace("\"", "&quot;") + "\" "));
    }

    private static FSStream open(String address) {
        String name = address.substring(address.lastIndexOf(':') + 1).replaceFirst("^/+", "");
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return file(name);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(file(name), StandardCharsets.UTF_8);
            }
        };
    }

    private static InputStream file(String name) {
        InputStream file = FILES.contains(name) ? PdfWriter.class.getResourceAsStream(name) : null;
        if (file == null) {
            throw new UncheckedIOException(new IOException("the program has no file '" + name + "' for its PDF files"));
        }
        return file;
    }
}
