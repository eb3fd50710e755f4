package careledger.api.transfer;

import careledger.api.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A GET that is not answered as it was asked. Its errors have the shape of GraphQL's, so that clients read them in one
 * way; the status says it too, since a program that expects a table must not take an error for one.
 */
public final class Refused extends RuntimeException {
    private static final Map<String, HttpStatus> STATUS = Map.of(
            "NOT_FOUND", HttpStatus.NOT_FOUND,
            "UNAUTHENTICATED", HttpStatus.UNAUTHORIZED,
            "FORBIDDEN", HttpStatus.FORBIDDEN,
            "RATE_LIMITED", HttpStatus.TOO_MANY_REQUESTS,
            "TIMEOUT", HttpStatus.SERVICE_UNAVAILABLE,
            "OVERLOADED", HttpStatus.SERVICE_UNAVAILABLE,
            "NO_RELEASE", HttpStatus.SERVICE_UNAVAILABLE,
            "INTERNAL", HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;
    private final transient List<Map<String, Object>> errors;

    /** @param errors at least one, each with its {@code extensions.code} */
    public Refused(List<Map<String, Object>> errors) {
        this(statusOf(errors.get(0)), errors);
    }

    private Refused(HttpStatus status, List<Map<String, Object>> errors) {
        super(String.valueOf(errors.get(0).get("message")));
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** @param hint what to do */
    public static Refused of(HttpStatus status, ProblemCode code, String message, String hint) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("extensions", Map.of("code", code.name(), "hint", hint));
        return new Refused(status, List.of(error));
    }

    HttpStatus status() {
        return status;
    }

    List<Map<String, Object>> errors() {
        return errors;
    }

    private static HttpStatus statusOf(Map<String, Object> error) {
        Object code = error.get("extensions") instanceof Map<?, ?> extensions ? extensions.get("code") : "INTERNAL";
        return STATUS.getOrDefault(String.valueOf(code), HttpStatus.BAD_REQUEST);
    }
}
