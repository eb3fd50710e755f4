package careledger.api.error;

import careledger.release.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes {@code {"errors": [...]}}, never to be kept by a cache, where no controller answers. */
public final class ErrorAnswer {
    private ErrorAnswer() {}

    public static void write(ApiException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused.code().retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        write(refused.status(), refused.body(RequestId.given(request)), response);
    }

    public static void write(
            HttpStatus status, Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(status, ErrorBody.of(problem, RequestId.given(request)), response);
    }

    private static void write(HttpStatus status, Map<String, Object> errors, HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        byte[] body = Json.line(errors).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
