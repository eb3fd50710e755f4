package careledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StreamUtils;

/**
 * How the bytes of an answer are written. The servlet container leaves answers with a strong ETag alone, since the
 * compressed bytes are others; so an answer is compressed here, under an ETag of its own.
 */
public enum Encoding {
    PLAIN(""),
    GZIP("-gzip");

    private static final int BUFFER = 8192;

    private final String mark;

    Encoding(String mark) {
        this.mark = mark;
    }

    /** The suffix that distinguishes this encoding's ETag. */
    String mark() {
        return mark;
    }

    /** GZIP where the client says that it reads it. */
    public static Encoding wanted(HttpServletRequest request) {
        List<String> accepted = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING))) {
            accepted.addAll(List.of(header.toLowerCase(Locale.ROOT).split(",")));
        }
        return accepted.stream().map(one -> one.replace(" ", "")).anyMatch(Encoding::gzip) ? GZIP : PLAIN;
    }

    /** Names the encoding in the headers. */
    public void head(HttpServletResponse response) {
        if (this == GZIP) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    /** Where to write the body so that the buffer gets it in this encoding. Closing it ends the body, not the buffer. */
    public OutputStream into(AnswerBuffer buffer) throws IOException {
        OutputStream bytes = StreamUtils.nonClosing(buffer);
        return this == PLAIN ? bytes : new GZIPOutputStream(bytes, BUFFER, true);
    }

    /** The body in this encoding. */
    public byte[] of(byte[] body) throws IOException {
        if (this == PLAIN) {
            return body;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed, BUFFER)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static boolean gzip(String accepted) {
        return accepted.equals("gzip") || (accepted.startsWith("gzip;q=") && !accepted.matches("gzip;q=0(\\.0*)?"));
    }
}
