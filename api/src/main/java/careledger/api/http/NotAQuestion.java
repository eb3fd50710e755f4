package careledger.api.http;

import careledger.api.problem.Problem;
import careledger.api.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** A request that holds no question, with what to answer. */
final class NotAQuestion extends RuntimeException {
    private final HttpStatus status;
    private final Problem problem;

    NotAQuestion(HttpStatus status, String message, String hint) {
        super(message);
        this.status = status;
        this.problem = Problem.of(ProblemCode.BAD_INPUT, message, hint);
    }

    static NotAQuestion badRequest(String message, String hint) {
        return new NotAQuestion(HttpStatus.BAD_REQUEST, message, hint);
    }

    HttpStatus status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
