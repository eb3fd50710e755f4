package careledger.api.web;

import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import org.springframework.http.HttpStatus;

/** A request that holds no question, with what to answer. */
final class InvalidRequestException extends RuntimeException {
    private final HttpStatus status;
    private final Problem problem;

    InvalidRequestException(HttpStatus status, String message, String hint) {
        this(status, ProblemCode.BAD_INPUT, message, hint);
    }

    InvalidRequestException(HttpStatus status, ProblemCode code, String message, String hint) {
        super(message);
        this.status = status;
        this.problem = Problem.of(code, message, hint);
    }

    static InvalidRequestException badRequest(String message, String hint) {
        return new InvalidRequestException(HttpStatus.BAD_REQUEST, message, hint);
    }

    HttpStatus status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
