package careledger.api.namedquery;

import careledger.api.namedquery.NamedQueryController.Version;
import careledger.api.web.AnswerParts;
import careledger.api.web.AnswerSender;
import careledger.api.web.Encoding;
import careledger.schema.catalogue.ReplacedId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * The headers of an answer, written once it is known that there is one.
 *
 * @param version what the answer is made from; nothing where it depends on more than the release, and nobody keeps it
 * @param replaced ids of the question that were replaced, known once it has been answered
 */
record AnswerHead(
        NamedQueryRequest asked,
        Optional<Version> version,
        Encoding encoding,
        Supplier<List<ReplacedId>> replaced,
        HttpServletRequest request,
        HttpServletResponse response) {
    /** Characters that fit into the headers of an answer; a longer link is left out, and pages go on by {@code after}. */
    private static final int LONGEST_LINK = 12_000;

    /** Names the replaced ids that the question used, each with the one that answered. */
    private static final String REPLACED = "X-Replaced-Ids";

    private static String encoded(String id) {
        return UriUtils.encode(id, StandardCharsets.UTF_8);
    }

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
        List<ReplacedId> used = replaced.get();
        if (!used.isEmpty()) {
            response.setHeader(
                    REPLACED,
                    used.stream()
                            .map(one -> one.kind() + " " + encoded(one.former()) + "=" + encoded(one.now()))
                            .collect(Collectors.joining(", ")));
        }
        if (cursor != null) {
            String next = "<" + QueryAddress.next(request, cursor) + ">; rel=\"next\"";
            if (next.length() <= LONGEST_LINK) {
                response.setHeader(HttpHeaders.LINK, next);
            }
        }
        if (asked.representation() == Representation.CSV && asked.columns().isEmpty() && !asked.cross()) {
            response.addHeader(
                    HttpHeaders.LINK,
                    "<" + asked.query().name() + ".csv" + TableDescriptionController.SUFFIX
                            + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
        }
    }

    void contentType() {
        response.setContentType(asked.representation().contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "inline; filename=\"" + asked.query().name() + "."
                        + asked.representation().suffix() + "\"");
    }

    /** @param cursor see {@link #write}; the body is closed in any case */
    void send(@Nullable Object cursor, AnswerParts body) throws IOException {
        boolean sending = false;
        try {
            write(cursor);
            contentType();
            encoding.head(response);
            sending = true;
            AnswerSender.send(body, request, response);
        } finally {
            if (!sending) {
                body.close();
            }
        }
    }
}
