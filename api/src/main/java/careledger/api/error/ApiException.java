package careledger.api.error;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A GET that is not answered as it was asked. Its errors have the shape of GraphQL's, so that clients read them in one
 * way; the status says it too, since a program that expects a table must not take an error for one.
 */
public final class ApiException extends RuntimeException {
    private static final Map<String, HttpStatus> STATUS = Map.of(
            "NOT_FOUND", HttpStatus.NOT_FOUND,
            "UNAUTHENTICATED", HttpStatus.UNAUTHORIZED,
            "FORBIDDEN", HttpStatus.FORBIDDEN,
            "RATE_LIMITED", HttpStatus.TOO_MANY_REQUESTS,
            "TIMEOUT", HttpStatus.SERVICE_UNAVAILABLE,
            "OVERLOADED", HttpStatus.SERVICE_UNAVAILABLE,
            "NO_RELEASE", HttpStatus.SERVICE_UNAVAILABLE,
            "DAMAGED", HttpStatus.SERVICE_UNAVAILABLE,
            "INTERNAL", HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;
    private final transient Body body;

    private ApiException(HttpStatus status, String message, Body body) {
        super(message);
        this.status = status;
        this.body = body;
    }

    /** @param hint what to do */
    public static ApiException of(HttpStatus status, ProblemCode code, String message, String hint) {
        Problem problem = Problem.of(code, message, hint);
        return new ApiException(status, message, id -> ErrorBody.of(problem, id));
    }

    /** @param problems at least one; the first decides the status */
    static ApiException of(List<Problem> problems) {
        Problem first = problems.get(0);
        return new ApiException(statusOf(first.code().name()), first.message(), id -> ErrorBody.of(problems, id));
    }

    /** @param errors of an answer to a question, at least one, each with its {@code extensions.code} */
    public static ApiException answered(List<Map<String, Object>> errors) {
        Map<String, Object> first = errors.get(0);
        Object code = first.get("extensions") instanceof Map<?, ?> extensions ? extensions.get("code") : "INTERNAL";
        Map<String, Object> body = Map.of("errors", errors);
        return new ApiException(statusOf(String.valueOf(code)), String.valueOf(first.get("message")), id -> body);
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> body(String requestId) {
        return body.of(requestId);
    }

    private static HttpStatus statusOf(String code) {
        return STATUS.getOrDefault(code, HttpStatus.BAD_REQUEST);
    }

    /** What is answered, once the request has a name. */
    private interface Body {
        Map<String, Object> of(String requestId);
    }
}
