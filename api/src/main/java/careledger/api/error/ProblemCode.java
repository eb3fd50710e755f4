package careledger.api.error;

import graphql.ErrorClassification;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Everything that can be wrong, as {@code extensions.code} names it; described in docs/errors.md. Each has one HTTP status,
 * wherever a status shows that nothing was answered, and the seconds after which trying again may help.
 */
public enum ProblemCode implements ErrorClassification {
    BAD_INPUT(HttpStatus.BAD_REQUEST),
    UNKNOWN_ID(HttpStatus.BAD_REQUEST),
    LIMIT_EXCEEDED(HttpStatus.BAD_REQUEST),
    TOO_COMPLEX(HttpStatus.BAD_REQUEST),
    PERSISTED_QUERY_NOT_FOUND(HttpStatus.OK),
    TIMEOUT(HttpStatus.GATEWAY_TIMEOUT),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, 1),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    AUTHENTICATION_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, 30),
    DATA_VERSION_CHANGED(HttpStatus.BAD_REQUEST),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    NO_RELEASE(HttpStatus.SERVICE_UNAVAILABLE, 1),
    DAMAGED(HttpStatus.SERVICE_UNAVAILABLE, 1),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;
    private final int retrySeconds;

    ProblemCode(HttpStatus status) {
        this(status, 0);
    }

    ProblemCode(HttpStatus status, int retrySeconds) {
        this.status = status;
        this.retrySeconds = retrySeconds;
    }

    public HttpStatus status() {
        return status;
    }

    /** For the header Retry-After; empty where trying again does not help, or the time depends on the caller. */
    public Optional<String> retryAfter() {
        return retrySeconds == 0 ? Optional.empty() : Optional.of(Integer.toString(retrySeconds));
    }

    /** The code of an error as it is written; INTERNAL for any other. */
    public static ProblemCode written(Object code) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(String.valueOf(code)))
                .findFirst()
                .orElse(INTERNAL);
    }

    /** The code for a status that the framework or the server has chosen. */
    static ProblemCode of(int status) {
        if (status == HttpStatus.NOT_FOUND.value()) {
            return NOT_FOUND;
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? BAD_INPUT : INTERNAL;
    }
}
