package careledger.api.access.denial;

import careledger.warehouse.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers a request that goes no further: as a GraphQL error where GraphQL was asked, else as a problem. */
public final class DenialWriter {
    private static final String GRAPHQL = "/graphql";
    private static final String REQUEST_ID = "X-Request-Id";

    private DenialWriter() {}

    public static void write(Denial denial, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(denial.status().value());
        if (denial.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Care Ledger\"");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        byte[] body =
                Json.line(body(denial, request, response.getHeader(REQUEST_ID))).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> body(Denial denial, HttpServletRequest request, @Nullable String requestId) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("code", denial.code().name());
        if (!request.getRequestURI().equals(GRAPHQL)) {
            problem.put("status", denial.status().value());
            problem.put("message", denial.message());
            problem.put("path", request.getRequestURI());
        }
        problem.put("hint", denial.hint());
        if (requestId != null) {
            problem.put("requestId", requestId);
        }
        return request.getRequestURI().equals(GRAPHQL)
                ? Map.of("errors", List.of(error(denial.message(), problem)))
                : problem;
    }

    private static Map<String, Object> error(String message, Map<String, Object> extensions) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("extensions", extensions);
        return error;
    }
}
