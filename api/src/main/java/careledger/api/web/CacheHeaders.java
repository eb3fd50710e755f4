package careledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What a cache may do with an answer.
 *
 * @param etag without quotes; the same exactly where the bytes are the same
 * @param lastModified since when these bytes have been answered
 */
public record CacheHeaders(String etag, Instant lastModified, String cacheControl) {
    /** Revalidated after five minutes, which costs little if nothing has changed. */
    public static final String FOR_MINUTES = "max-age=300, must-revalidate";

    /** The content at this address never changes. */
    public static final String FOR_EVER = "max-age=31536000, immutable";

    private static final String[] KEYS = {HttpHeaders.AUTHORIZATION, "X-API-Key"};

    /** Whether the client says that it holds these bytes. Nothing is written. */
    public boolean heldBy(HttpServletRequest request, Encoding encoding) {
        return new ServletWebRequest(request).checkNotModified(named(encoding), lastModified.toEpochMilli());
    }

    /** Writes the headers; they are for a 200 and for a 304 alike. */
    public void write(HttpServletRequest request, HttpServletResponse response, Encoding encoding) {
        response.setHeader(HttpHeaders.ETAG, named(encoding));
        response.setDateHeader(HttpHeaders.LAST_MODIFIED, lastModified.toEpochMilli());
        response.setHeader(HttpHeaders.CACHE_CONTROL, (keyed(request) ? "private, " : "public, ") + cacheControl);
    }

    String named(Encoding encoding) {
        return "\"" + etag + encoding.mark() + "\"";
    }

    /** What a key opens is not for caches that others share. */
    private static boolean keyed(HttpServletRequest request) {
        for (String header : KEYS) {
            if (request.getHeader(header) != null) {
                return true;
            }
        }
        return request.getParameter("key") != null;
    }
}
