package careledger.api.namedquery;

import careledger.api.namedquery.NamedQueryController.Version;
import careledger.api.web.Encoding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The headers of an answer, written once it is known that there is one.
 *
 * @param version what the answer is made from; nothing where it depends on more than the release, and nobody keeps it
 */
record AnswerHead(
        NamedQueryRequest asked,
        Optional<Version> version,
        Encoding encoding,
        HttpServletRequest request,
        HttpServletResponse response) {
    /** Whether the client holds the answer already. */
    boolean held() {
        return version.filter(made -> made.cacheHeaders().heldBy(request, encoding))
                .isPresent();
    }

    void notModified() {
        write(null);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    }

    /** @param cursor where the list goes on behind what is answered; null where it does not */
    void write(@Nullable Object cursor) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
        version.ifPresentOrElse(
                made -> {
                    response.setHeader("X-Data-Version", made.release());
                    made.cacheHeaders().write(request, response, encoding);
                },
                () -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
        if (cursor != null) {
            response.setHeader(HttpHeaders.LINK, "<" + QueryAddress.next(request, cursor) + ">; rel=\"next\"");
        }
    }

    void contentType() {
        response.setContentType(asked.representation().contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "inline; filename=\"" + asked.query().name() + "."
                        + asked.representation().suffix() + "\"");
    }

    /** Where to write the body; closing it ends the answer. */
    OutputStream body() throws IOException {
        contentType();
        return encoding.open(response);
    }
}
