package careledger.api.error;

import careledger.answers.query.InvalidQueryException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A GET that is not answered as it was asked. Its errors have the shape of GraphQL's, so that clients read them in one
 * way; the status says it too, since a program that expects a table must not take an error for one.
 */
public final class ApiException extends RuntimeException {
    private final HttpStatus status;
    private final ProblemCode code;
    private final transient Body body;

    private ApiException(HttpStatus status, ProblemCode code, String message, Body body) {
        super(message);
        this.status = status;
        this.code = code;
        this.body = body;
    }

    /** @param hint what to do */
    public static ApiException of(ProblemCode code, String message, String hint) {
        return of(code.status(), code, message, hint);
    }

    /** @param hint what to do */
    public static ApiException of(HttpStatus status, ProblemCode code, String message, String hint) {
        Problem problem = Problem.of(code, message, hint);
        return new ApiException(status, code, message, id -> ErrorBody.of(problem, id));
    }

    /** @param problems at least one; the first decides the status */
    static ApiException of(List<Problem> problems) {
        return of(problems.get(0).code().status(), problems);
    }

    /** @param place the address that was asked for */
    static ApiException of(RuntimeException thrown, String requestId, String place) {
        return of(ThrownProblems.of(thrown, requestId, place));
    }

    /** A refusal of something that an address names: what is not known is not there. */
    public static ApiException atAnAddress(InvalidQueryException refused) {
        List<Problem> problems = refused.refusals().stream().map(Problem::of).toList();
        return refused.namesTheUnknown() ? of(HttpStatus.NOT_FOUND, problems) : of(problems);
    }

    /** What kept the file at an address from being made. */
    public static ApiException atAnAddress(RuntimeException thrown, String requestId, String address) {
        if (thrown instanceof ApiException refused) {
            return refused;
        }
        return thrown instanceof InvalidQueryException refused ? atAnAddress(refused) : of(thrown, requestId, address);
    }

    private static ApiException of(HttpStatus status, List<Problem> problems) {
        Problem first = problems.get(0);
        return new ApiException(status, first.code(), first.message(), id -> ErrorBody.of(problems, id));
    }

    /** @param errors of an answer to a question, at least one, each with its {@code extensions.code} */
    public static ApiException answered(List<Map<String, Object>> errors) {
        Map<String, Object> first = errors.get(0);
        Object written = first.get("extensions") instanceof Map<?, ?> extensions ? extensions.get("code") : null;
        ProblemCode code = ProblemCode.written(String.valueOf(written));
        Map<String, Object> body = Map.of("errors", errors);
        return new ApiException(code.status(), code, String.valueOf(first.get("message")), id -> body);
    }

    /** Whether the same request may be answered a little later. */
    public boolean overloaded() {
        return code == ProblemCode.OVERLOADED;
    }

    HttpStatus status() {
        return status;
    }

    ProblemCode code() {
        return code;
    }

    Map<String, Object> body(String requestId) {
        return body.of(requestId);
    }

    /** What is answered, once the request has a name. */
    private interface Body {
        Map<String, Object> of(String requestId);
    }
}
