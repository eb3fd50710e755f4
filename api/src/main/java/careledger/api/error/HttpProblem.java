package careledger.api.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.springframework.http.HttpStatus;

/** What is answered where the framework or the server refuses a request: the same body as everywhere else. */
public final class HttpProblem {
    private static final String HINT =
            "GraphQL is at POST /graphql, named queries are listed at GET /api/q, and /graphiql is a page to write"
                    + " queries on.";

    private HttpProblem() {}

    /** @param status that was chosen; anything that is not the status of an error counts as 404: nobody was refused */
    public static HttpStatus status(int status) {
        return Optional.ofNullable(HttpStatus.resolve(status))
                .filter(HttpStatus::isError)
                .orElse(HttpStatus.NOT_FOUND);
    }

    /** The status of a request that the server sends to {@code /error}: what it could not read is the sender's fault. */
    public static HttpStatus status(HttpServletRequest refused) {
        if (refused.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof BadRequestException) {
            return HttpStatus.BAD_REQUEST;
        }
        return status(refused.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 0);
    }

    public static Map<String, Object> body(HttpStatus status, String requestId) {
        return ErrorBody.of(List.of(Problem.of(ProblemCode.of(status.value()), message(status), HINT)), requestId);
    }

    private static String message(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method; the header Allow lists those it takes.";
            case BAD_REQUEST ->
                "The request is not valid HTTP, or its address is not valid: check its length, how its body is sent, and"
                        + " that characters such as { } | and spaces are written as %7B %7D %7C %20.";
            case INTERNAL_SERVER_ERROR -> "Something went wrong here.";
            default -> status.value() + " " + status.getReasonPhrase() + ".";
        };
    }
}
