package careledger.api.web;

import careledger.answers.query.CanonicalJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Sends a text, packed where the client takes that, and not at all to one who holds it.
 *
 * @param type media type with its charset, UTF-8
 * @param changed since when it has been this text
 */
public record TextAnswer(String text, String type, Instant changed) {
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Encoding encoding = Encoding.wanted(request);
        CacheHeaders cacheHeaders = new CacheHeaders(CanonicalJson.hash(text), changed, CacheHeaders.FOR_MINUTES);
        response.addHeader("Vary", "Accept-Encoding");
        cacheHeaders.write(request, response, encoding);
        if (cacheHeaders.heldBy(request, encoding)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        encoding.head(response);
        AnswerSender.send(new BytesBody(encoding.of(text.getBytes(StandardCharsets.UTF_8))), request, response);
    }
}
