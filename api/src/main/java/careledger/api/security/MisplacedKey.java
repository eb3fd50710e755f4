package careledger.api.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Masks keys in the path or in the wrong parameter, where they were typed or pasted by mistake. */
final class MisplacedKey {
    /** What is left in the place of a key. */
    static final String HIDDEN = "cl_hidden";

    /** No id, file or cursor of ours has so many hexadecimal digits in a row. */
    private static final Pattern SHAPE = Pattern.compile("(?:cl_)?[0-9A-Fa-f]{32,}");

    /** The hash of a document, which is no key, as automatic persisted queries send it; as it is and escaped. */
    private static final Pattern DOCUMENT_HASH = Pattern.compile(
            "sha256Hash(?:\"|%22)(?:%20|[ +])*(?::|%3a)(?:%20|[ +])*(?:\"|%22)[0-9a-f]{64}(?:\"|%22)",
            Pattern.CASE_INSENSITIVE);

    private MisplacedKey() {}

    static void hide(Request request) {
        org.apache.coyote.Request arrived = request.getCoyoteRequest();
        @Nullable String path = request.getRequestURI();
        if (path != null && holdsKey(path)) {
            String hidden = hidden(path, UriUtils::encodePath);
            arrived.requestURI().setString(hidden);
            set(arrived.decodedURI(), decoded(hidden));
            set(request.getMappingData().requestPath, decoded(hidden));
            set(request.getMappingData().wrapperPath, decoded(hidden));
            set(request.getMappingData().pathInfo, decoded(hidden));
        }
        @Nullable String query = request.getQueryString();
        if (query != null && holdsKey(query)) {
            arrived.queryString().setString(hidden(query, UriUtils::encodeQuery));
        }
    }

    private static boolean holdsKey(String text) {
        String rest = DOCUMENT_HASH.matcher(text).replaceAll("");
        return SHAPE.matcher(rest).find() || SHAPE.matcher(decoded(rest)).find();
    }

    /** The rest as it was, unless the key was escaped; then nothing that needs escaping stays. */
    private static String hidden(String text, BinaryOperator<String> escape) {
        String plainly = SHAPE.matcher(text).replaceAll(HIDDEN);
        String decoded = decoded(plainly);
        return SHAPE.matcher(decoded).find()
                ? escape.apply(SHAPE.matcher(decoded).replaceAll(HIDDEN), "UTF-8")
                : plainly;
    }

    /** Only where Tomcat has put something there. */
    private static void set(MessageBytes place, String text) {
        if (!place.isNull()) {
            place.setString(text);
        }
    }

    /** The text as it is where it cannot be decoded. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
